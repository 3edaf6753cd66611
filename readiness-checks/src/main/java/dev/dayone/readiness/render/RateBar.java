package dev.dayone.readiness.render;

import dev.dayone.pilot.report.Interval;
import dev.dayone.readiness.wording.Numbers;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A share drawn as a bar, with its interval and the share that is required. Where all of it lies near the end, the scale
 * starts later, so that 98% and 99% can be told apart; the scale's text says so.
 *
 * @param tone of the bar
 * @param value width of the bar, in per cent of the drawing, as are the others
 * @param low where the interval starts; null: no interval to draw
 * @param span width of the interval
 * @param need where the required share is marked; null: none
 * @param scale what the bar's two ends stand for; null: 0 and 100%
 * @param label all of it in words
 */
record RateBar(
        Tone tone,
        String value,
        @Nullable String low,
        @Nullable String span,
        @Nullable String need,
        @Nullable String scale,
        String label) {
    /** The least that is drawn of what is there. */
    private static final double SEEN = 0.8;

    private static final double[] STARTS = {0.99, 0.9, 0.5};

    static RateBar of(Tone tone, double rate, @Nullable Interval interval, @Nullable Double required) {
        double least = Math.min(rate, required == null ? rate : required);
        least = interval == null ? least : Math.min(least, interval.low());
        double start = required == null ? 0 : start(least);
        Interval drawn = interval == null || interval.low() == interval.high() ? null : interval;
        String label = Numbers.percent(rate)
                + (drawn == null ? "" : ", 95% sure " + Numbers.rates(drawn))
                + (required == null ? "" : ", required " + Numbers.percent(required));
        return new RateBar(
                tone,
                rate > 0 ? plain(Math.max(SEEN, Double.parseDouble(at(rate, start)))) : "0",
                drawn == null ? null : at(drawn.low(), start),
                drawn == null ? null : width(at(drawn.low(), start), at(drawn.high(), start)),
                required == null ? null : at(required, start),
                start == 0 ? null : "scale " + Numbers.percent(start) + " to 100%",
                label);
    }

    private static double start(double least) {
        for (double start : STARTS) {
            // A little room to the left, or the least of them would have no bar at all.
            if (least >= start + (1 - start) * 0.15) {
                return start;
            }
        }
        return 0;
    }

    private static String at(double share, double start) {
        double place = Double.isFinite(share) ? (share - start) / (1 - start) * 100 : 0;
        return plain(Math.max(0, Math.min(100, place)));
    }

    private static String width(String from, String to) {
        return plain(Math.max(0.4, Double.parseDouble(to) - Double.parseDouble(from)));
    }

    private static String plain(double value) {
        return String.format(Locale.ROOT, "%.1f", value).replace(".0", "");
    }
}
