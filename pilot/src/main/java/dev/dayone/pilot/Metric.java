package dev.dayone.pilot;

import org.jspecify.annotations.Nullable;

/**
 * A business metric: one number by SQL over the snapshot's tables.
 *
 * @param unit such as {@code minutes}, {@code %}; may be empty
 * @param sql one SELECT that yields one row with one number
 */
public record Metric(
        String name, String unit, String sql, @Nullable Target target) {
    /** What the pilot must reach: exactly one of the two bounds is set. */
    public record Target(@Nullable Double atMost, @Nullable Double atLeast) {
        /** Whether a value reaches the target. */
        public boolean isMetBy(double value) {
            return atMost != null ? value <= atMost : atLeast != null && value >= atLeast;
        }

        @Override
        public String toString() {
            return atMost != null ? "at most " + plain(atMost) : "at least " + plain(atLeast == null ? 0 : atLeast);
        }

        private static String plain(double value) {
            return java.math.BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
        }
    }
}
