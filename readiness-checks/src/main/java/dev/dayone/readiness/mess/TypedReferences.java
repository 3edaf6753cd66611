package dev.dayone.readiness.mess;

import dev.dayone.pilot.Severity;
import dev.dayone.pilot.report.Finding;
import dev.dayone.pilot.snapshot.ColumnType;
import dev.dayone.readiness.finding.Decider;
import dev.dayone.readiness.finding.FindingKind;
import dev.dayone.readiness.privacy.Decision;
import dev.dayone.readiness.privacy.Mask;
import dev.dayone.readiness.profile.KeySketch;
import dev.dayone.readiness.wording.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Ids that belong to one table or another as a type beside them says: {@code owner_type}, {@code owner_id}. Which table a
 * type means is told from its name, or from one table alone having its ids.
 */
final class TypedReferences implements TableDefect {
    static final FindingKind KIND = FindingKind.named(
                    "polymorphic-reference", "A column's ids belong to different tables, as a type beside them says.")
            .because(
                    "A framework that lets one record belong to things of several kinds.",
                    "A join by the id alone meets rows of the wrong table whose numbers happen to be the same.")
            .mendedBy(
                    "Keep one column, or one table of links, for each kind of thing, with a foreign key.",
                    "Make one link for each type, over the rows of that type alone: a view or a filter on the type.",
                    Decider.ENGINEERS);

    private static final Pattern TYPE = Pattern.compile("(.+?)_?(?:type|class|model|table)", Pattern.CASE_INSENSITIVE);
    private static final Pattern CLASS = Pattern.compile("\\w+(?:(?:::|\\\\{1,2}|\\.)\\w+)+");
    private static final Pattern ABLE =
            Pattern.compile("(?i)\\w*(?:able|object|entity|record|customized|related|linked|regarding)");
    private static final Pattern CAPITALISED = Pattern.compile("\\p{Lu}[\\p{L}\\p{N}]+");
    private static final int MOST_TYPES = 50;
    private static final double NEARLY_ALL = 0.95;
    private static final double MANY = 0.5;
    private static final int ENOUGH_IDS = 10;
    private static final Decision SHOWN = new Decision(dev.dayone.pilot.report.Visibility.SHOWN, "");

    @Override
    public FindingKind kind() {
        return KIND;
    }

    /** What gathers the ids of a table's rows by their type. */
    static Stream<Watch> watches(RowPlace place) {
        return place
                .columns(type -> RowPlace.isText(type)
                        && RowPlace.isShown(type)
                        && type.profile().distinct() >= 2
                        && type.profile().distinct() <= MOST_TYPES
                        && TYPE.matcher(type.column().name()).matches())
                .stream()
                .flatMap(type -> id(place, type).map(id -> new Watch(new TypedIds(type, id))).stream());
    }

    private static Optional<Integer> id(RowPlace place, int type) {
        Matcher stem = TYPE.matcher(place.column(type).column().name());
        String wanted = stem.matches() ? (stem.group(1) + "id").replace("_", "") : "";
        return place
                .columns(id -> id.column().name().replace("_", "").equalsIgnoreCase(wanted)
                        && !place.isKey(id)
                        && (RowPlace.isText(id) || id.column().type().kind() == ColumnType.Kind.BIGINT))
                .stream()
                .findFirst();
    }

    /** Gathers ids by type. */
    record Watch(TypedIds ids) implements RowWatch {
        @Override
        public List<Integer> columns() {
            return List.of(ids.type(), ids.id());
        }

        @Override
        public void look(@Nullable String[] row) {
            String type = row[ids.type()];
            String id = row[ids.id()];
            if (type != null && id != null && !type.isBlank() && !id.isBlank()) {
                ids.add(type, id);
            }
        }

        @Override
        public Stream<Finding> found() {
            return Stream.empty();
        }
    }

    /** Whose ids those of a type are; {@code held}: the share of them that is there, NaN: not known. */
    private record Meant(String type, long rows, @Nullable Neighbour target, double held, boolean named) {
        boolean proven() {
            return target != null && held >= NEARLY_ALL;
        }

        String told() {
            String what = "'" + Mask.value(type, SHOWN) + "': " + Numbers.count(rows, "row");
            if (target == null) {
                return what + ", of a table that is not in the snapshot or cannot be told";
            }
            String place = target.table() + "." + target.key();
            return what + ", of " + place + " by "
                    + (Double.isNaN(held)
                            ? "the name"
                            : (named ? "the name, " : "its ids alone, ") + Numbers.percent(held) + " of ids there");
        }
    }

    @Override
    public Stream<Finding> find(Neighbour table, List<Neighbour> all) {
        List<Neighbour> targets = all.stream()
                .filter(other -> other.table().source().equals(table.table().source()))
                .toList();
        return table.typed().stream().flatMap(ids -> find(table, ids, targets).stream());
    }

    private static Optional<Finding> find(Neighbour table, TypedIds ids, List<Neighbour> targets) {
        List<Meant> meant = ids.byType().entrySet().stream()
                .map(type -> meant(type, targets))
                .sorted(Comparator.comparingLong(Meant::rows).reversed())
                .toList();
        String id = table.column(ids.id()).column().name();
        String type = table.column(ids.type()).column().name();
        if (meant.size() < 2 || !isTyped(type, meant) || isPlain(id, ids, targets)) {
            return Optional.empty();
        }
        long rows = meant.stream().mapToLong(Meant::rows).sum();
        return Optional.of(KIND.at(
                        Severity.MINOR,
                        table.table().column(id).toString(),
                        "Refers to rows of " + meant.size() + " kinds of things, as " + type + " says: " + some(meant)
                                + ".")
                .rows(rows, table.report().sampledRows(), null)
                .seen(meant.stream().limit(10).map(Meant::told).toList())
                .done());
    }

    private static String some(List<Meant> meant) {
        List<String> first = new ArrayList<>();
        meant.stream()
                .limit(5)
                .forEach(one -> first.add(Mask.value(one.type(), SHOWN)
                        + (one.target() == null
                                ? ""
                                : " (" + one.target().table().table() + ")")));
        return String.join(", ", first) + (meant.size() > 5 ? " and " + (meant.size() - 5) + " more" : "");
    }

    private static Meant meant(Map.Entry<String, TypedIds.Ids> type, List<Neighbour> targets) {
        KeySketch ids = KeySketch.of(type.getValue().some());
        long rows = type.getValue().rows();
        Optional<Neighbour> named = targets.stream()
                .filter(target -> target.key() != null
                        && NamedTable.means(type.getKey(), target.table().table()))
                .min(Comparator.comparingInt(target -> target.table().table().length()));
        if (named.isPresent()) {
            return new Meant(type.getKey(), rows, named.get(), named.get().holds(ids), true);
        }
        List<Neighbour> holding = type.getValue().some().size() < ENOUGH_IDS
                ? List.of()
                : targets.stream()
                        .filter(target -> target.holds(ids) >= NEARLY_ALL)
                        .toList();
        boolean one = holding.size() == 1;
        return new Meant(
                type.getKey(),
                rows,
                one ? holding.get(0) : null,
                one ? holding.get(0).holds(ids) : Double.NaN,
                false);
    }

    /** Whether types are things that have tables: by what the source has, or how frameworks write them. */
    private static boolean isTyped(String column, List<Meant> meant) {
        long named = meant.stream().filter(Meant::named).count();
        long classes = meant.stream()
                .filter(one -> CLASS.matcher(one.type()).matches())
                .count();
        Matcher stem = TYPE.matcher(column);
        boolean able = stem.matches() && ABLE.matcher(stem.group(1)).matches();
        return named >= 2
                || (named == 1 && meant.stream().anyMatch(one -> !one.named() && one.proven()))
                || classes > MANY * meant.size()
                || (able
                        && meant.stream()
                                .allMatch(one -> CAPITALISED.matcher(one.type()).matches()));
    }

    /** Whether all ids are of one table that the column names, so that the type only says of what sort it is. */
    private static boolean isPlain(String id, TypedIds ids, List<Neighbour> targets) {
        String stem = id.replaceFirst("(?i)_?id$", "");
        return targets.stream()
                .filter(target -> NamedTable.means(stem, target.table().table()))
                .anyMatch(target -> ids.byType().values().stream()
                        .allMatch(some -> !(target.holds(KeySketch.of(some.some())) < MANY)));
    }
}
