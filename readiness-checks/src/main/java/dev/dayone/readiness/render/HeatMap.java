package dev.dayone.readiness.render;

import dev.dayone.pilot.ColumnRef;
import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.report.ColumnDetail;
import dev.dayone.pilot.report.ColumnProfile;
import dev.dayone.pilot.report.ColumnReport;
import dev.dayone.pilot.report.Finding;
import dev.dayone.pilot.report.RunReport;
import dev.dayone.pilot.report.TableReport;
import dev.dayone.pilot.report.TextDetail;
import dev.dayone.pilot.report.TimeDetail;
import dev.dayone.pilot.report.ValueCount;
import dev.dayone.readiness.wording.Numbers;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How much of which mess is where: tables or columns against {@link MessFamily families}. A cell tells the worst share of
 * rows that a finding or the profile names there.
 *
 * @param families that at least one row has
 */
record HeatMap(List<MessFamily> families, List<Row> rows) {
    static final HeatMap NONE = new HeatMap(List.of(), List.of());

    /** A table or column; one cell a family. */
    record Row(String name, String anchor, List<Cell> cells) {}

    /**
     * One cell.
     *
     * @param level 0 nothing, 1 below 1 %, 2 below 5 %, 3 below 20 %, 4 more
     * @param text what stands in it; empty: nothing
     * @param link the finding that tells most; null: none does
     */
    record Cell(int level, String text, @Nullable String link) {
        private static final Cell NOTHING = new Cell(0, "", null);
    }

    /** The worst of a family at a place; {@code share} null: it is there, but rows are not what counts. */
    private record Worst(@Nullable Double share, @Nullable String finding) {
        Worst or(Worst other) {
            if (share == null || other.share == null) {
                return share == null && other.share != null ? other : this;
            }
            // A finding explains what a bare figure of the profile only names.
            return other.share > share || (other.share.equals(share) && finding == null) ? other : this;
        }
    }

    private static final double[] LEVELS = {0.01, 0.05, 0.2};

    /** The map of all tables. */
    static HeatMap ofTables(RunReport report, Anchors anchors) {
        return new Painter(report, anchors).tables();
    }

    /** The maps of each table's columns, in the order of the report; columns without any mess are left out. */
    static Map<TableRef, HeatMap> ofColumns(RunReport report, Anchors anchors) {
        Painter painter = new Painter(report, anchors);
        Map<TableRef, HeatMap> maps = new HashMap<>();
        report.tables().forEach((ref, table) -> maps.put(ref, painter.columns(ref, table)));
        return maps;
    }

    private static final class Painter {
        private final RunReport report;
        private final Anchors anchors;
        private final Map<String, Map<MessFamily, Worst>> found = new HashMap<>();

        Painter(RunReport report, Anchors anchors) {
            this.report = report;
            this.anchors = anchors;
            for (Finding finding : report.findings()) {
                Long count = finding.count();
                Long of = finding.of();
                Double share = count == null || of == null || of <= 0 ? null : Double.valueOf((double) count / of);
                found.computeIfAbsent(finding.place(), place -> new EnumMap<>(MessFamily.class))
                        .merge(
                                MessFamily.ofKind(finding.kind()),
                                new Worst(share, finding.id().isEmpty() ? null : "f" + finding.id()),
                                Worst::or);
            }
        }

        HeatMap tables() {
            Map<TableRef, Map<MessFamily, Worst>> all = new HashMap<>();
            report.tables().forEach((ref, table) -> {
                Map<MessFamily, Worst> worst = new EnumMap<>(MessFamily.class);
                addAll(worst, found.getOrDefault(ref.toString(), Map.of()));
                for (ColumnReport column : table.columns()) {
                    addAll(worst, column(ref.column(column.name()), column));
                }
                all.put(ref, worst);
            });
            List<MessFamily> families = families(all.values());
            return new HeatMap(
                    families,
                    report.tables().keySet().stream()
                            .map(ref ->
                                    row(ref.toString(), anchors.table(ref), all.getOrDefault(ref, Map.of()), families))
                            .toList());
        }

        HeatMap columns(TableRef ref, TableReport table) {
            Map<ColumnReport, Map<MessFamily, Worst>> all = new LinkedHashMap<>();
            for (ColumnReport column : table.columns()) {
                Map<MessFamily, Worst> worst = column(ref.column(column.name()), column);
                if (!worst.isEmpty()) {
                    all.put(column, worst);
                }
            }
            List<MessFamily> families = families(all.values());
            List<Row> rows = new ArrayList<>();
            all.forEach((column, worst) ->
                    rows.add(row(column.name(), anchors.column(ref.column(column.name())), worst, families)));
            return new HeatMap(families, rows);
        }

        private Map<MessFamily, Worst> column(ColumnRef ref, ColumnReport column) {
            Map<MessFamily, Worst> worst = new EnumMap<>(MessFamily.class);
            addAll(worst, found.getOrDefault(ref.toString(), Map.of()));
            measured(column).forEach((family, share) -> worst.merge(family, new Worst(share, null), Worst::or));
            return worst;
        }

        private static void addAll(Map<MessFamily, Worst> worst, Map<MessFamily, Worst> more) {
            more.forEach((family, other) -> worst.merge(family, other, Worst::or));
        }

        private static List<MessFamily> families(Iterable<Map<MessFamily, Worst>> all) {
            List<MessFamily> families = new ArrayList<>();
            for (MessFamily family : MessFamily.values()) {
                for (Map<MessFamily, Worst> worst : all) {
                    if (worst.containsKey(family)) {
                        families.add(family);
                        break;
                    }
                }
            }
            return families;
        }

        private static Row row(
                String name, @Nullable String anchor, Map<MessFamily, Worst> worst, List<MessFamily> families) {
            return new Row(
                    name,
                    anchor == null ? "" : anchor,
                    families.stream().map(family -> cell(worst.get(family))).toList());
        }

        private static Cell cell(@Nullable Worst worst) {
            if (worst == null) {
                return Cell.NOTHING;
            }
            Double share = worst.share();
            if (share == null) {
                return new Cell(1, "yes", worst.finding());
            }
            int level = 1;
            while (level <= LEVELS.length && share >= LEVELS[level - 1]) {
                level++;
            }
            return new Cell(level, Numbers.percent(share), worst.finding());
        }
    }

    /** What the profile alone says, as shares of the rows. */
    private static Map<MessFamily, Double> measured(ColumnReport column) {
        ColumnProfile profile = column.profile();
        ColumnDetail detail = profile.detail();
        Map<MessFamily, Double> shares = new EnumMap<>(MessFamily.class);
        if (profile.rows() == 0) {
            return shares;
        }
        TextDetail texts = detail == null ? null : detail.texts();
        TimeDetail times = detail == null ? null : detail.times();
        long noWords = texts == null ? 0 : sum(texts.placeholders());
        put(shares, MessFamily.EMPTY, profile.nulls() + profile.blanks() + noWords, profile.rows());
        Double inferred = profile.inferredShare();
        if (inferred != null && ColumnView.isMixed(profile)) {
            put(shares, MessFamily.FORMS, Math.round((1 - inferred) * profile.rows()), profile.rows());
        }
        if (texts != null) {
            long broken = Math.max(Math.max(texts.spaced(), texts.nonPrinting()), texts.replaced() + texts.mojibake());
            put(shares, MessFamily.TEXT, broken, profile.rows());
        }
        if (times != null) {
            put(shares, MessFamily.TIMES, sum(times.defaults()), profile.rows());
        }
        return shares;
    }

    private static void put(Map<MessFamily, Double> shares, MessFamily family, long count, long rows) {
        if (count > 0) {
            shares.put(family, Math.min(1.0, (double) count / rows));
        }
    }

    private static long sum(List<ValueCount> counts) {
        return counts.stream().mapToLong(ValueCount::count).sum();
    }
}
