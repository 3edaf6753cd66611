package dev.dayone.readiness.render;

import dev.dayone.pilot.report.ColumnProfile;
import dev.dayone.readiness.wording.Numbers;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Bins drawn as one SVG path in a box of 80 by 20.
 *
 * @param path of all bars
 * @param label the bins in words
 */
record Histogram(String path, String label) {
    private static final int WIDTH = 80;
    private static final int HEIGHT = 20;

    /** Null where there is nothing to draw. */
    static @Nullable Histogram of(List<ColumnProfile.Bin> bins) {
        long most = bins.stream().mapToLong(ColumnProfile.Bin::count).max().orElse(0);
        if (most <= 0) {
            return null;
        }
        int width = Math.max(1, WIDTH / bins.size());
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < bins.size(); i++) {
            long count = bins.get(i).count();
            if (count > 0) {
                long height = Math.max(1, Math.round((double) HEIGHT * count / most));
                path.append(
                        String.format("M%d %dv-%dh%dv%dz", i * width, HEIGHT, height, Math.max(1, width - 1), height));
            }
        }
        ColumnProfile.Bin first = bins.get(0);
        ColumnProfile.Bin last = bins.get(bins.size() - 1);
        ColumnProfile.Bin top =
                bins.stream().filter(bin -> bin.count() == most).findFirst().orElse(first);
        return new Histogram(
                path.toString(),
                "from " + first.from() + " to " + last.to() + ", most (" + Numbers.count(most) + ") from " + top.from()
                        + " to " + top.to());
    }
}
