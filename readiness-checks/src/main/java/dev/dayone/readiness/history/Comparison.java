package dev.dayone.readiness.history;

import dev.dayone.readiness.history.Change.Area;
import dev.dayone.readiness.history.PastRun.Answer;
import dev.dayone.readiness.history.PastRun.Found;
import dev.dayone.readiness.history.PastRun.Head;
import dev.dayone.readiness.history.PastRun.Table;
import dev.dayone.readiness.wording.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What is other in one run than in an earlier one. Of what was sampled, a change counts where the two 95 % intervals have
 * no value in common.
 *
 * @param fresh findings that the earlier run has not
 * @param gone findings that only the earlier run has
 * @param lasting findings of both
 */
public record Comparison(
        Head before, Head after, List<Change> changes, List<Found> fresh, List<Found> gone, List<Found> lasting) {
    private static final double LEAST_SHARE = 0.001;
    private static final double LEAST_RATE = 0.01;

    public Comparison {
        changes = List.copyOf(changes);
        fresh = List.copyOf(fresh);
        gone = List.copyOf(gone);
        lasting = List.copyOf(lasting);
    }

    /** From one run to a later one. */
    public static Comparison of(PastRun before, PastRun after) {
        List<Change> changes = new ArrayList<>();
        if (!before.head().verdict().equals(after.head().verdict())) {
            changes.add(new Change(
                    Area.VERDICT,
                    "",
                    became("The verdict", before.head().verdict(), after.head().verdict())));
        }
        gates(before.gates(), after.gates(), changes);
        schema(before, after, changes);
        answers(before, after, changes);
        numbers(before, after, changes);
        changes.sort(Comparator.comparing(Change::area));
        return new Comparison(
                before.head(),
                after.head(),
                changes,
                without(after.findings(), before),
                without(before.findings(), after),
                after.findings().stream()
                        .filter(found -> before.found(found.id()).isPresent())
                        .toList());
    }

    private static List<Found> without(List<Found> findings, PastRun other) {
        return findings.stream()
                .filter(found -> other.found(found.id()).isEmpty())
                .toList();
    }

    private static void gates(Map<String, String> before, Map<String, String> after, List<Change> changes) {
        after.forEach((gate, verdict) -> {
            String was = before.get(gate);
            if (was != null && !was.equals(verdict)) {
                changes.add(new Change(Area.GATE, gate, became("Gate " + gate, was, verdict)));
            }
        });
    }

    private static void schema(PastRun before, PastRun after, List<Change> changes) {
        Map<String, Table> was = byKey(before.tables(), Table::place);
        Map<String, Table> is = byKey(after.tables(), Table::place);
        is.forEach((place, table) -> {
            Table earlier = was.get(place);
            if (earlier == null) {
                changes.add(new Change(Area.SCHEMA, place, "Table " + place + " is new"));
            } else {
                columns(place, earlier.columns(), table.columns(), changes);
            }
        });
        was.keySet().stream()
                .filter(place -> !is.containsKey(place))
                .forEach(place -> changes.add(new Change(Area.SCHEMA, place, "Table " + place + " is gone")));
    }

    private static void columns(String place, Map<String, String> was, Map<String, String> is, List<Change> changes) {
        is.forEach((name, type) -> {
            String earlier = was.get(name);
            if (earlier == null) {
                changes.add(
                        new Change(Area.SCHEMA, place, "Column " + name + " of " + place + " is new (" + type + ")"));
            } else if (!earlier.equals(type)) {
                changes.add(new Change(
                        Area.SCHEMA, place, "Column " + name + " of " + place + " is " + type + ", was " + earlier));
            }
        });
        was.keySet().stream()
                .filter(name -> !is.containsKey(name))
                .forEach(name ->
                        changes.add(new Change(Area.SCHEMA, place, "Column " + name + " of " + place + " is gone")));
    }

    private static void answers(PastRun before, PastRun after, List<Change> changes) {
        Map<String, Answer> was = byKey(before.answers(), Comparison::key);
        Map<String, Answer> is = byKey(after.answers(), Comparison::key);
        is.forEach((key, answer) -> {
            Answer earlier = was.get(key);
            if (earlier == null) {
                changes.add(new Change(area(answer), answer.title(), named(answer) + " is new: " + answer.verdict()));
            } else if (!earlier.verdict().equals(answer.verdict())) {
                changes.add(new Change(
                        area(answer), answer.title(), became(named(answer), earlier.verdict(), answer.verdict())));
            }
        });
        was.forEach((key, answer) -> {
            if (!is.containsKey(key)) {
                changes.add(new Change(area(answer), answer.title(), named(answer) + " is no longer asked"));
            }
        });
    }

    private static void numbers(PastRun before, PastRun after, List<Change> changes) {
        Map<String, Measure> was = byKey(before.measures(), Comparison::key);
        Map<String, String> checks = after.answers().stream()
                .filter(answer -> answer.kind().equals("check"))
                .collect(Collectors.toMap(Answer::key, Answer::title, (one, other) -> one));
        for (Measure measure : after.measures()) {
            Measure earlier = was.get(key(measure));
            if (earlier != null && comparable(earlier, measure) && isWorthTelling(earlier, measure)) {
                String place = Objects.requireNonNullElse(checks.get(measure.place()), measure.place());
                changes.add(new Change(
                        area(measure.quantity()),
                        place,
                        place + ": " + measure.quantity().words() + " is " + told(measure, earlier) + ", was "
                                + told(earlier, measure)));
            }
        }
    }

    private static boolean comparable(Measure before, Measure after) {
        return before.isApartFrom(after) && (!after.quantity().dependsOnRows() || before.isOfOneSize(after));
    }

    private static boolean isWorthTelling(Measure before, Measure after) {
        double by = Math.abs(after.value() - before.value());
        return after.quantity().isShare()
                ? by >= LEAST_SHARE
                : after.quantity() == Quantity.ROWS || by >= LEAST_RATE * Math.abs(before.value());
    }

    static String told(Measure measure, Measure against) {
        if (measure.quantity().isShare()) {
            return Numbers.percent(measure.value(), against.value());
        }
        return measure.quantity() == Quantity.ROWS
                ? Numbers.count(Math.round(measure.value()))
                : Numbers.number(measure.value());
    }

    private static Area area(Quantity quantity) {
        return switch (quantity) {
            case ROWS -> Area.VOLUME;
            case JOIN_RATE -> Area.LINK;
            case BASELINE -> Area.METRIC;
            case UNEXPECTED_SHARE -> Area.CHECK;
            default -> Area.COLUMN;
        };
    }

    private static Area area(Answer answer) {
        return switch (answer.kind()) {
            case "link" -> Area.LINK;
            case "metric" -> Area.METRIC;
            default -> Area.CHECK;
        };
    }

    private static String named(Answer answer) {
        String kind = answer.kind();
        return kind.substring(0, 1).toUpperCase(Locale.ROOT) + kind.substring(1) + " " + answer.title();
    }

    private static String key(Answer answer) {
        return answer.kind() + '\n' + answer.key();
    }

    private static String key(Measure measure) {
        return measure.quantity().name() + '\n' + measure.place();
    }

    private static String became(String what, String was, String is) {
        return what + " is " + is + ", was " + was;
    }

    private static <T> Map<String, T> byKey(List<T> list, Function<T, String> key) {
        return list.stream().collect(Collectors.toMap(key, one -> one, (one, other) -> one, LinkedHashMap::new));
    }
}
