package dev.dayone.readiness.cohort;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;

/**
 * Compares a cohort with the rest, column by column: missing values and kinds by the chi-square test of their table, numbers
 * and times by the test of Kolmogorov and Smirnov (its limit for many rows), all by the population stability index over
 * tenths or kinds. The tests of a column are corrected by Bonferroni, the columns by Holm.
 */
final class Comparison {
    static final double ERROR = 0.05;
    static final double SMALL_PSI = 0.1;
    static final double SMALL_DISTANCE = 0.1;

    /** As if both sides had twice as many: fewer would not show a distance of 0.2 once corrected for some columns. */
    static final double FEWEST = 100;

    private static final int TENTHS = 10;
    private static final int TESTS = 2;
    private static final double EXPECTED = 5;
    private static final double CONVERGED = 1e-12;
    private static final int STEPS = 10_000;

    private Comparison() {}

    /** Every column, the most different first. */
    static List<ColumnComparison> of(List<ColumnValues> columns) {
        List<ColumnComparison> compared =
                new ArrayList<>(columns.stream().map(Comparison::compare).toList());
        compared.sort(Comparator.comparingDouble(ColumnComparison::chance));
        List<ColumnComparison> judged = new ArrayList<>();
        double least = 0;
        for (int i = 0; i < compared.size(); i++) {
            least = Math.max(least, Math.min(1, compared.get(i).chance() * (compared.size() - i)));
            judged.add(compared.get(i).judged(least));
        }
        judged.sort(Comparator.comparing(ColumnComparison::verdict, Comparator.comparingInt(Comparison::weight))
                .thenComparing(Comparator.comparingDouble(ColumnComparison::psi).reversed()));
        return judged;
    }

    private static int weight(Representation verdict) {
        return switch (verdict) {
            case NOT_REPRESENTATIVE -> 0;
            case UNDETERMINED -> 1;
            case REPRESENTATIVE -> 2;
        };
    }

    private static ColumnComparison compare(ColumnValues values) {
        double[] cohort = side(values, true);
        double[] rest = side(values, false);
        long inCohort = chosen(values);
        long others = values.rows() - inCohort;
        long[][] filled = {{cohort.length, inCohort - cohort.length}, {rest.length, others - rest.length}};
        double chance = chiSquare(filled);
        Double ks = null;
        long[][] bins;
        if (values.categories()) {
            bins = byKind(cohort, rest);
            chance = Math.min(chance, chiSquare(bins));
        } else {
            ks = distance(cohort, rest);
            bins = byTenth(cohort, rest);
            chance = Math.min(chance, kolmogorov(ks, cohort.length, rest.length));
        }
        return new ColumnComparison(
                values.name(),
                Representation.UNDETERMINED,
                share(inCohort - cohort.length, inCohort),
                share(others - rest.length, others),
                psi(bins),
                ks,
                Math.min(1, TESTS * chance),
                inCohort == 0 || others == 0 ? 0 : 2.0 * inCohort * others / (inCohort + others));
    }

    private static double share(long part, long all) {
        return all == 0 ? 0 : (double) part / all;
    }

    private static long chosen(ColumnValues values) {
        long count = 0;
        for (int row = 0; row < values.rows(); row++) {
            count += values.isChosen(row) ? 1 : 0;
        }
        return count;
    }

    private static double[] side(ColumnValues values, boolean cohort) {
        double[] side = new double[values.rows()];
        int count = 0;
        for (int row = 0; row < values.rows(); row++) {
            double value = values.value(row);
            if (values.isChosen(row) == cohort && !Double.isNaN(value)) {
                side[count++] = value;
            }
        }
        double[] sorted = Arrays.copyOf(side, count);
        Arrays.sort(sorted);
        return sorted;
    }

    private static long[][] byKind(double[] cohort, double[] rest) {
        Map<Double, long[]> kinds = new TreeMap<>();
        for (double value : cohort) {
            kinds.computeIfAbsent(value, kind -> new long[2])[0]++;
        }
        for (double value : rest) {
            kinds.computeIfAbsent(value, kind -> new long[2])[1]++;
        }
        return together(new ArrayList<>(kinds.values()), cohort.length, rest.length);
    }

    private static long[][] byTenth(double[] cohort, double[] rest) {
        double[] all = new double[cohort.length + rest.length];
        System.arraycopy(cohort, 0, all, 0, cohort.length);
        System.arraycopy(rest, 0, all, cohort.length, rest.length);
        Arrays.sort(all);
        List<long[]> bins = new ArrayList<>();
        int inCohort = 0;
        int inRest = 0;
        for (int tenth = 1; tenth <= TENTHS && all.length > 0; tenth++) {
            double end = all[Math.min(all.length - 1, (int) ((long) all.length * tenth / TENTHS))];
            int toCohort = tenth == TENTHS ? cohort.length : firstAbove(cohort, end);
            int toRest = tenth == TENTHS ? rest.length : firstAbove(rest, end);
            bins.add(new long[] {toCohort - inCohort, toRest - inRest});
            inCohort = toCohort;
            inRest = toRest;
        }
        return together(bins, cohort.length, rest.length);
    }

    private static int firstAbove(double[] sorted, double value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] <= value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Bins of which too few are expected on one side are put together; as columns of two rows. */
    private static long[][] together(List<long[]> bins, long cohort, long rest) {
        double all = cohort + rest;
        List<long[]> kept = new ArrayList<>();
        long[] few = new long[2];
        for (long[] bin : bins) {
            double least = (bin[0] + bin[1]) * (Math.min(cohort, rest) / all);
            if (least < EXPECTED) {
                few[0] += bin[0];
                few[1] += bin[1];
            } else {
                kept.add(bin);
            }
        }
        if (few[0] + few[1] > 0) {
            kept.add(few);
        }
        long[][] sides = new long[2][kept.size()];
        for (int i = 0; i < kept.size(); i++) {
            sides[0][i] = kept.get(i)[0];
            sides[1][i] = kept.get(i)[1];
        }
        return sides;
    }

    /** Of the cohort against the whole; bins without a row count as half a row. */
    private static double psi(long[][] bins) {
        double cohort = Arrays.stream(bins[0]).sum();
        double all = cohort + Arrays.stream(bins[1]).sum();
        double psi = 0;
        for (int i = 0; i < bins[0].length && cohort > 0; i++) {
            double p = Math.max(0.5, (double) bins[0][i]) / cohort;
            double q = Math.max(0.5, (double) (bins[0][i] + bins[1][i])) / all;
            psi += (p - q) * Math.log(p / q);
        }
        return psi;
    }

    /** How likely chance alone brings a table as uneven. */
    private static double chiSquare(long[][] table) {
        double first = Arrays.stream(table[0]).sum();
        double second = Arrays.stream(table[1]).sum();
        double all = first + second;
        double sum = 0;
        int columns = 0;
        for (int i = 0; i < table[0].length; i++) {
            double column = table[0][i] + table[1][i];
            if (column > 0) {
                columns++;
                sum += square(table[0][i] - column * first / all) / (column * first / all);
                sum += square(table[1][i] - column * second / all) / (column * second / all);
            }
        }
        return columns < 2 || first == 0 || second == 0
                ? 1
                : 1 - new ChiSquaredDistribution(columns - 1.0).cumulativeProbability(sum);
    }

    private static double square(double value) {
        return value * value;
    }

    private static double distance(double[] cohort, double[] rest) {
        int i = 0;
        int j = 0;
        double most = 0;
        while (i < cohort.length && j < rest.length) {
            double value = Math.min(cohort[i], rest[j]);
            while (i < cohort.length && cohort[i] <= value) {
                i++;
            }
            while (j < rest.length && rest[j] <= value) {
                j++;
            }
            most = Math.max(most, Math.abs((double) i / cohort.length - (double) j / rest.length));
        }
        return most;
    }

    private static double kolmogorov(double distance, double cohort, double rest) {
        if (cohort == 0 || rest == 0 || distance == 0) {
            return 1;
        }
        double rows = cohort * rest / (cohort + rest);
        return 1 - new KolmogorovSmirnovTest().ksSum(distance * Math.sqrt(rows), CONVERGED, STEPS);
    }
}
