package dev.dayone.readiness.mess;

import dev.dayone.pilot.Severity;
import dev.dayone.pilot.report.ColumnProfile;
import dev.dayone.pilot.report.ColumnReport;
import dev.dayone.pilot.report.Finding;
import dev.dayone.pilot.snapshot.ColumnType;
import dev.dayone.readiness.finding.Decider;
import dev.dayone.readiness.finding.FindingKind;
import dev.dayone.readiness.profile.KeySketch;
import dev.dayone.readiness.wording.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Statuses, types and the like that are kept as small numbers, where neither a table of the source nor a column beside
 * them says what each number means.
 */
final class CodedValues implements TableDefect {
    private static final FindingKind KIND = FindingKind.named(
                    "coded-values", "A status, type or the like is a number, and nothing says what each number means.")
            .because(
                    "A list that lives in the application's code.",
                    "A model that reads 4 cannot know that it means closed; it guesses, and is sure of it.")
            .mendedBy(
                    "Ask for the list of codes, and keep it as a table beside the data.",
                    "Write the list into the prompt or map codes to words before anything reads them.",
                    Decider.SYSTEM_OWNER);

    private static final Set<String> CODED = Set.of(
            "status",
            "state",
            "type",
            "kind",
            "category",
            "priority",
            "prio",
            "severity",
            "urgency",
            "impact",
            "source",
            "origin",
            "channel",
            "stage",
            "phase",
            "level",
            "tier",
            "class",
            "classification",
            "reason",
            "resolution",
            "outcome",
            "mode",
            "segment",
            "disposition",
            "visibility",
            "zustand",
            "art",
            "typ",
            "kategorie",
            "prioritaet",
            "priorität",
            "herkunft",
            "quelle",
            "stufe",
            "grund",
            "kanal",
            "statut",
            "etat",
            "état",
            "categorie",
            "catégorie",
            "priorite",
            "priorité",
            "origine",
            "motif",
            "niveau",
            "estado",
            "tipo",
            "categoria",
            "categoría",
            "prioridad",
            "origen",
            "fase",
            "etapa",
            "nivel",
            "motivo");
    private static final Set<String> ENDINGS = Set.of("id", "code", "cd", "no", "nr", "num", "key", "value");
    private static final Set<String> LISTS = Set.of(
            "enumeration", "enum", "lookup", "code", "picklist", "option", "choice", "dictionary", "reference", "list");
    private static final Set<String> AMOUNTS =
            Set.of("stock", "inventory", "fill", "water", "battery", "fuel", "oxygen", "noise", "sea");
    private static final Pattern SMALL = Pattern.compile("-?\\d{1,5}(?:\\.0+)?");
    private static final int MOST_CODES = 25;
    private static final long ROWS_A_CODE = 10;
    private static final long A_LOOKUP = 1_000;

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public Stream<Finding> find(Neighbour table, List<Neighbour> all) {
        List<Neighbour> others = table.besides(all);
        return IntStream.range(0, table.report().columns().size())
                .filter(column -> isCoded(table, column) && !isNamedBeside(table, column))
                .boxed()
                .flatMap(column -> Stream.ofNullable(told(table, column, lookup(table, column, others))));
    }

    private static boolean isCoded(Neighbour table, int position) {
        ColumnReport column = table.report().columns().get(position);
        ColumnType type = column.type();
        Map<String, Long> values = table.valuesOf(position);
        boolean number = type.kind() == ColumnType.Kind.BIGINT
                || (type.kind() == ColumnType.Kind.DECIMAL && type.scale() == 0)
                || (type.kind() == ColumnType.Kind.STRING
                        && "integer".equals(column.profile().inferredType()));
        List<String> codes =
                values.keySet().stream().filter(value -> !value.isBlank()).toList();
        return number
                && !table.report().key().contains(column.name())
                && !subject(column.name()).isEmpty()
                && codes.size() >= 2
                && codes.size() <= MOST_CODES
                && table.column(position).filled() >= ROWS_A_CODE * codes.size()
                && codes.stream().allMatch(code -> SMALL.matcher(code).matches())
                && !Set.of("0", "1", "-1").containsAll(codes);
    }

    /** The words of a column's name that say of what it is a list; empty: of nothing. */
    private static List<String> subject(String name) {
        List<String> words = new ArrayList<>(NamedTable.words(name));
        while (words.size() > 1 && ENDINGS.contains(words.get(words.size() - 1))) {
            words.remove(words.size() - 1);
        }
        boolean coded = !words.isEmpty() && CODED.contains(words.get(words.size() - 1));
        return coded && words.stream().noneMatch(AMOUNTS::contains) ? words : List.of();
    }

    /** Whether a column of words beside it says the same. */
    private static boolean isNamedBeside(Neighbour table, int position) {
        List<String> subject = subject(table.report().columns().get(position).name());
        ColumnProfile codes = table.report().columns().get(position).profile();
        return table.report().columns().stream().anyMatch(other -> {
            List<String> words = NamedTable.words(other.name());
            return other.type().kind() == ColumnType.Kind.STRING
                    && !"integer".equals(other.profile().inferredType())
                    && words.size() >= subject.size()
                    && words.subList(0, subject.size()).equals(subject)
                    && other.profile().distinct() >= 2
                    && other.profile().distinct() <= 2 * codes.distinct();
        });
    }

    /** The table that says what codes mean: by its name, or of lists of all kinds; null: there is none. */
    private static @Nullable Neighbour lookup(Neighbour table, int position, List<Neighbour> others) {
        List<String> subject = subject(table.report().columns().get(position).name());
        KeySketch codes = KeySketch.of(table.valuesOf(position).keySet());
        String last = subject.get(subject.size() - 1);
        return others.stream()
                .filter(other -> other.key() != null && other.report().sampledRows() <= A_LOOKUP)
                .filter(other -> {
                    List<String> words = NamedTable.words(other.table().table());
                    return words.contains(last)
                            || (words.stream().anyMatch(LISTS::contains) && other.holds(codes) == 1);
                })
                .max(Comparator.comparingDouble(other -> orNone(other.holds(codes))))
                .orElse(null);
    }

    /** Of a table that was not read whole nobody can say that a code is not there. */
    private static double orNone(double share) {
        return Double.isNaN(share) ? 1 : share;
    }

    private static @Nullable Finding told(Neighbour table, int position, @Nullable Neighbour lookup) {
        Map<String, Long> values = table.valuesOf(position);
        double held = lookup == null ? 0 : orNone(lookup.holds(KeySketch.of(values.keySet())));
        if (held == 1) {
            return null;
        }
        List<Map.Entry<String, Long>> codes = values.entrySet().stream()
                .filter(code -> !code.getKey().isBlank())
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .toList();
        ProfiledPlace place = table.column(position);
        String shown =
                String.join(", ", codes.stream().map(Map.Entry::getKey).limit(6).toList());
        String some = shown + (codes.size() > 6 ? " and " + (codes.size() - 6) + " more" : "");
        String why = lookup == null || held == 0
                ? ", and no table of the source says what they mean."
                : ", and " + lookup.table().table() + " has " + Numbers.percent(held) + " of them.";
        return KIND.at(
                        Severity.MINOR,
                        table.table().column(place.column().name()).toString(),
                        Numbers.count(codes.size(), "code") + " (" + some + ") in the place of words" + why)
                .rows(place.filled(), place.profile().rows(), null)
                .seen(codes.stream()
                        .limit(10)
                        .map(code -> code.getKey() + ": " + Numbers.count(code.getValue(), "row"))
                        .toList())
                .done();
    }
}
