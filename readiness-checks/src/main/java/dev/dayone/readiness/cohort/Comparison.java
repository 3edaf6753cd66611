package dev.dayone.readiness.cohort;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;

/**
 * Compares a cohort with the rest, column by column: missing values and kinds by the chi-square test of their table, numbers
 * and times by the test of Kolmogorov and Smirnov (its limit for many rows), all by the population stability index over
 * tenths or kinds. The tests of a column are corrected by Bonferroni, the columns by Holm. Rows that share a key are no
 * evidence of their own.
 */
final class Comparison {
    static final double ERROR = 0.05;
    static final double SMALL_PSI = 0.1;
    static final double SMALL_DISTANCE = 0.1;

    private static final int TENTHS = 10;
    private static final double EXPECTED = 5;
    private static final double CONVERGED = 1e-12;
    private static final double CERTAIN = 0.2;
    private static final int STEPS = 10_000;

    /** How many rows count as one, for they share a key and so are in or out together. */
    private final double together;

    private final int columns;

    private Comparison(double together, int columns) {
        this.together = together;
        this.columns = columns;
    }

    /** Every column of a table in which no key comes twice, the most different first. */
    static List<ColumnComparison> of(List<ColumnValues> columns) {
        return of(columns, 1);
    }

    /** Every column, the most different first; {@code together}: how many rows of a key count as one. */
    static List<ColumnComparison> of(List<ColumnValues> columns, double together) {
        Comparison comparison = new Comparison(Math.max(1, together), columns.size());
        List<ColumnComparison> compared =
                new ArrayList<>(columns.stream().map(comparison::compare).toList());
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

    private ColumnComparison compare(ColumnValues values) {
        double[] cohort = side(values, true, values::value);
        double[] rest = side(values, false, values::value);
        long inCohort = chosen(values);
        long others = values.rows() - inCohort;
        long[][] filled = {{cohort.length, inCohort - cohort.length}, {rest.length, others - rest.length}};
        boolean distances = !values.categories();
        boolean kinds = values.isText();
        int tests = distances && kinds ? 3 : 2;
        double alpha = ERROR / columns / tests;
        double chance = chiSquare(filled);
        double needed = 0;
        Double ks = null;
        Index index = new Index(0, 0);
        if (kinds) {
            long[][] bins = byKind(side(values, true, values::kind), side(values, false, values::kind));
            chance = Math.min(chance, chiSquare(bins));
            needed = Power.kinds(bins[0].length, alpha);
            index = psi(bins);
        }
        if (distances) {
            ks = distance(cohort, rest);
            chance = Math.min(chance, kolmogorov(ks, cohort.length, rest.length));
            needed = Math.max(needed, Power.distance(alpha));
            Index tenths = psi(byTenth(cohort, rest));
            index = tenths.surplus() > index.surplus() || !kinds ? tenths : index;
        }
        // Values that few rows have change little in the whole, however they differ.
        boolean rare = cohort.length + rest.length < SMALL_DISTANCE * values.rows();
        return new ColumnComparison(
                values.name(),
                Representation.UNDETERMINED,
                share(inCohort - cohort.length, inCohort),
                share(others - rest.length, others),
                index.psi(),
                index.byChance(),
                ks,
                Math.min(1, tests * chance),
                rare ? alike((double) inCohort, (double) others) : alike(cohort.length, rest.length),
                2 * needed);
    }

    /** An index and what chance alone brings of it. */
    private record Index(double psi, double byChance) {
        double surplus() {
            return psi - byChance;
        }
    }

    /** Of which size both sides were to tell as much. */
    private double alike(double cohort, double rest) {
        return cohort == 0 || rest == 0 ? 0 : 2 * cohort * rest / (cohort + rest) / together;
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

    private static double[] side(ColumnValues values, boolean cohort, IntToDoubleFunction numbers) {
        double[] side = new double[values.rows()];
        int count = 0;
        for (int row = 0; row < values.rows(); row++) {
            double value = numbers.applyAsDouble(row);
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
        List<long[]> often = new ArrayList<>(kinds.values());
        often.sort(Comparator.comparingLong((long[] bin) -> bin[0] + bin[1]).reversed());
        List<long[]> rare = often.subList(Math.min(often.size(), ColumnValues.MOST_KINDS), often.size());
        long[] others = {
            rare.stream().mapToLong(bin -> bin[0]).sum(),
            rare.stream().mapToLong(bin -> bin[1]).sum()
        };
        rare.clear();
        often.add(others);
        return together(often, cohort.length, rest.length);
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
    private Index psi(long[][] bins) {
        double cohort = Arrays.stream(bins[0]).sum();
        double all = cohort + Arrays.stream(bins[1]).sum();
        double psi = 0;
        for (int i = 0; i < bins[0].length && cohort > 0; i++) {
            double p = Math.max(0.5, (double) bins[0][i]) / cohort;
            double q = Math.max(0.5, (double) (bins[0][i] + bins[1][i])) / all;
            psi += (p - q) * Math.log(p / q);
        }
        double byChance = cohort == 0 ? 0 : (bins[0].length - 1) * (1 / cohort - 1 / all) * together;
        return new Index(psi, byChance);
    }

    /** How likely chance alone brings a table as uneven. */
    private double chiSquare(long[][] table) {
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
                : 1 - new ChiSquaredDistribution(columns - 1.0).cumulativeProbability(sum / together);
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

    private double kolmogorov(double distance, double cohort, double rest) {
        if (cohort == 0 || rest == 0 || distance == 0) {
            return 1;
        }
        double scaled = distance * Math.sqrt(cohort * rest / (cohort + rest) / together);
        // Below, the series needs ever more steps for an answer that is 1 to twelve digits.
        return scaled < CERTAIN ? 1 : 1 - new KolmogorovSmirnovTest().ksSum(scaled, CONVERGED, STEPS);
    }
}
