package dev.dayone.pilot;

import org.jspecify.annotations.Nullable;

/**
 * A business metric: one number by SQL over the snapshot's tables.
 *
 * @param unit such as {@code minutes}, {@code %}; may be empty
 * @param sql one SELECT that yields one row with one number
 * @param worth how many records a month make it worth a pilot; null: not asked
 */
public record Metric(
        String name,
        String unit,
        String sql,
        @Nullable Target target,
        @Nullable Worth worth) {
    /** A metric that asks for no volume. */
    public Metric(String name, String unit, String sql, @Nullable Target target) {
        this(name, unit, sql, target, null);
    }

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

    /**
     * The least volume at which an improvement pays.
     *
     * @param records a time column, whose rows of a month are the records
     * @param atLeast a month
     */
    public record Worth(ColumnRef records, double atLeast) {}
}
