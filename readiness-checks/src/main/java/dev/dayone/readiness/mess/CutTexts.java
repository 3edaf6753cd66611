package dev.dayone.readiness.mess;

import dev.dayone.pilot.report.ColumnProfile;
import dev.dayone.pilot.report.Finding;
import dev.dayone.readiness.finding.Decider;
import dev.dayone.readiness.finding.FindingKind;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Texts cut off at a length: many have exactly that one and no end, and hardly any one of the lengths beside it. */
final class CutTexts implements RowDefect {
    private static final FindingKind KIND = FindingKind.named(
                    "texts-cut-off",
                    "Many texts of a column end at one and the same length, in the middle of a sentence.")
            .because(
                    "A field or an import with a limit, which cuts what is longer.",
                    "The end is missing, often the question itself.")
            .mendedBy(
                    "Raise the limit, and read the texts anew.",
                    "Take the text from where it is whole, or hand such records to a human.",
                    Decider.SYSTEM_OWNER);

    private static final long SHORTEST = 30;
    /** Limits that fields and imports have. */
    private static final Set<Integer> LIMITS = Set.of(
            40, 50, 60, 63, 64, 80, 100, 120, 127, 128, 140, 150, 160, 200, 240, 250, 254, 255, 256, 300, 400, 500, 510,
            511, 512, 800, 1000, 1023, 1024, 1500, 2000, 2047, 2048, 2500, 3000, 4000, 4095, 4096, 5000, 8000, 8191,
            8192, 10_000, 16_383, 16_384, 32_000, 32_767, 32_768, 65_535);

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public Stream<RowWatch> watches(RowPlace place) {
        return place.columns(RowPlace::isText).stream()
                .filter(column -> {
                    ColumnProfile.Length length = place.column(column).profile().length();
                    return length != null && length.max() >= SHORTEST && length.min() < length.max();
                })
                .map(column -> new Watch(place.column(column), column));
    }

    /** Counts, by length, the texts that end in the middle of a sentence. */
    private static final class Watch implements RowWatch {
        private static final int LEAST = 5;
        private static final int TIMES = 5;
        private static final int BESIDE = 10;
        private final ProfiledPlace place;
        private final int column;
        private final int longest;
        private final Map<Integer, Integer> open = new HashMap<>();
        private final Set<Integer> texts = new HashSet<>();

        private Watch(ProfiledPlace place, int column) {
            this.place = place;
            this.column = column;
            ColumnProfile.Length length = place.profile().length();
            this.longest = length == null ? 0 : (int) length.max();
        }

        @Override
        public List<Integer> columns() {
            return List.of(column);
        }

        @Override
        public void look(@Nullable String[] row) {
            String text = row[column];
            if (text != null && text.length() >= SHORTEST && endsInTheMiddle(text)) {
                int length = text.codePointCount(0, text.length());
                boolean asked = length == longest || LIMITS.contains(length);
                // One text that stands there many times is a phrase, not a cut.
                if (!asked || texts.add(text.hashCode())) {
                    open.merge(length, 1, Integer::sum);
                }
            }
        }

        private static boolean endsInTheMiddle(String text) {
            return ".!?>".indexOf(text.charAt(text.length() - 1)) < 0;
        }

        @Override
        public Stream<Finding> found() {
            int limit = Stream.concat(LIMITS.stream(), Stream.of(longest))
                    .filter(this::isSpike)
                    .max(Comparator.comparingInt(length -> open.getOrDefault(length, 0)))
                    .orElse(0);
            int cut = open.getOrDefault(limit, 0);
            return limit == 0 || cut > place.filled() / 2
                    ? Stream.empty()
                    : Stream.ofNullable(place.rows(
                            KIND,
                            cut,
                            "with exactly " + limit + " characters, far more than of any length near it: cut off."));
        }

        private boolean isSpike(int length) {
            int beside = 0;
            for (int near = length - BESIDE; near <= length + BESIDE; near++) {
                beside += near == length ? 0 : open.getOrDefault(near, 0);
            }
            int lengths = length == longest ? BESIDE : 2 * BESIDE;
            return open.getOrDefault(length, 0) >= LEAST
                    && open.getOrDefault(length, 0) * lengths > TIMES * Math.max(lengths, beside);
        }
    }
}
