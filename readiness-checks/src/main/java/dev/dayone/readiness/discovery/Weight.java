package dev.dayone.readiness.discovery;

/**
 * How far what two columns have in common is beyond what strangers would have: natural logarithms of likelihood ratios,
 * that of a column which refers to that of one which does not.
 *
 * @param values of sharing so many values. For whole numbers, strangers share as many as the other side's stand densely in
 *     their span: numbers that count 1 to n hold whatever is between, and prove nothing
 * @param span of whole numbers beginning and ending about where the other side's do, given that so many were drawn from them
 * @param names of the column being called after the table, or a reference
 */
record Weight(double values, double span, double names) {
    /** Of codes, strangers share as good as none; of words, one now and then. */
    private static final double CODE = 1e-4;

    private static final double WORD = 0.03;

    /** How many times a number may be another's 2.7fold: numbers of all magnitudes are as likely. */
    private static final double MAGNITUDES = 20;

    /** Counts of all kinds begin at 0, 1 or little more. */
    private static final double BEYOND_COUNTS = 10;

    /** References of a few rows to a large table's keys are far apart. */
    private static final double DENSE = 0.5;

    /** Of a column that is called after the table, that is called a reference at all. */
    private static final double CALLED_AFTER = 20;

    private static final double CALLED_REFERENCE = 6;

    static Weight of(KeyColumn from, KeyColumn to, int looked, int shared) {
        return new Weight(values(to, looked, shared), span(from, to, shared), names(from, to));
    }

    double all() {
        return values + span + names;
    }

    private static double values(KeyColumn to, int looked, int shared) {
        double strangers = strangers(to);
        double seen = (double) shared / looked;
        if (seen <= strangers) {
            return 0;
        }
        double misses = seen >= 1 ? 0 : (1 - seen) * Math.log((1 - seen) / (1 - strangers));
        return looked * (seen * Math.log(seen / strangers) + misses);
    }

    private static double strangers(KeyColumn to) {
        return switch (to.writing()) {
            case NUMBER -> Math.max(CODE, numbers(to));
            case CODE -> CODE;
            case WORD -> WORD;
        };
    }

    /** Rows are often drawn together, so numbers of a part stand as densely here and there as those of the whole. */
    private static double numbers(KeyColumn to) {
        Double looked = to.looked();
        return looked == null ? 1 : Math.min(1, to.density() / looked);
    }

    /**
     * The highest of m numbers drawn evenly from n has the density m (x/n)^m / x, that of strangers is 1 / (x ln(most));
     * likewise the distance between the lowest and where the other side begins.
     */
    private static double span(KeyColumn from, KeyColumn to, int shared) {
        KeyColumn.Span mine = from.span();
        KeyColumn.Span theirs = to.span();
        if (mine == null || theirs == null || counts(from) || shared == 0) {
            return 0;
        }
        double low = Math.max(mine.min(), theirs.min());
        double width = Math.min(mine.max(), theirs.max()) - low + 1;
        if (width <= 0) {
            return 0;
        }
        double drawn =
                Math.max(shared, Math.min((double) from.distinct(), from.often().all()));
        double reach = drawn * Math.log(width / theirs.width());
        double byWidth = Math.log(drawn * MAGNITUDES) + reach;
        double byStart = theirs.min() < BEYOND_COUNTS
                ? 0
                : Math.log(drawn * MAGNITUDES * low / theirs.width())
                        + drawn * Math.log1p(-Math.min(1, (low - theirs.min()) / theirs.width()));
        return Math.max(0, byWidth) + Math.max(0, byStart);
    }

    /** Whether a column numbers its own rows. */
    private static boolean counts(KeyColumn column) {
        return column.declared() || (column.unique() && column.density() > DENSE);
    }

    private static double names(KeyColumn from, KeyColumn to) {
        if (to.writing() != KeyColumn.Writing.NUMBER || from.isSameTable(to)) {
            return 0;
        }
        String name = from.ref().column();
        if (NameWords.refers(name, to.ref().table(), to.ref().column())) {
            return CALLED_AFTER;
        }
        boolean sameSource = from.ref().source().equals(to.ref().source());
        return sameSource && !from.unique() && NameWords.refers(name) ? CALLED_REFERENCE : 0;
    }
}
