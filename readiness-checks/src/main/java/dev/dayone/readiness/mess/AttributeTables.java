package dev.dayone.readiness.mess;

import dev.dayone.pilot.report.ValueCount;
import dev.dayone.pilot.snapshot.ColumnType;
import dev.dayone.readiness.finding.Decider;
import dev.dayone.readiness.finding.FindingKind;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tables of one row an attribute: the record, the attribute's name, its value as text. */
final class AttributeTables implements RowDefect {
    static final FindingKind KIND = FindingKind.named(
                    "attribute-table", "A table holds one row for each attribute of a record, all values as text.")
            .because(
                    "A system whose fields can be added without changing its tables.",
                    "A record is complete only once all its rows are found, and numbers and dates come as text.")
            .mendedBy(
                    "Offer a view with one column for each attribute that matters, of its own type.",
                    "Turn rows into columns for the attributes that the pilot needs, before anything reads them.",
                    Decider.ENGINEERS);

    private static final Pattern SURELY = Pattern.compile(
            "(?i)(?:attribute|attr|property|prop|custom_?field|meta|field|characteristic|merkmal|eigenschaft|attribut"
                    + "|propriete|atributo|propiedad)(?:_?(?:id|name|key|code|def(?:inition)?_?(?:id)?|type_?(?:id)?))?");
    private static final Pattern PERHAPS = Pattern.compile("(?i)(?:name|key|label|param(?:eter)?|option|setting)");
    private static final Pattern VALUE = Pattern.compile(
            "(?i)(?:.*_)?(?:value|val|wert|valeur|valor)(?:_?(?:text|string|str|char))?|(?:text|string)_?value");
    private static final Pattern CHANGE =
            Pattern.compile("(?i)(?:old|new|prev(?:ious)?|before|after|from|to)_?.*val.*");
    private static final Pattern ENTITY =
            Pattern.compile("(?i).*(?:_id|ID|Id|_key|_no|_nr|_ref|_uuid)|entity|object|record|item|resource");
    private static final long FEWEST = 3;
    private static final long MOST = 500;
    private static final long ROWS_AN_ATTRIBUTE = 3;
    private static final double FILLED = 0.95;
    private static final double A_KIND = 0.03;

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public Stream<RowWatch> watches(RowPlace place) {
        boolean log = !place.columns(
                        column -> CHANGE.matcher(column.column().name()).matches())
                .isEmpty();
        Optional<Integer> value =
                place
                        .columns(column -> RowPlace.isText(column)
                                && VALUE.matcher(column.column().name()).matches())
                        .stream()
                        .findFirst();
        if (log || value.isEmpty()) {
            return Stream.empty();
        }
        return attribute(place, isMixed(place.column(value.get()))).stream().flatMap(attribute -> {
            List<Integer> entities = entities(place, attribute, value.get());
            return entities.isEmpty()
                    ? Stream.empty()
                    : Stream.of(new AttributeWatch(place, entities, attribute, value.get()));
        });
    }

    private static Optional<Integer> attribute(RowPlace place, boolean mixed) {
        List<Integer> few = place.columns(column -> column.profile().distinctExact()
                && column.profile().distinct() >= FEWEST
                && column.profile().distinct() <= MOST
                && column.filled() >= FILLED * place.report().sampledRows()
                && column.filled() >= ROWS_AN_ATTRIBUTE * column.profile().distinct()
                && isName(column));
        return Stream.concat(
                        few.stream().filter(column -> isNamed(place, column, SURELY)),
                        few.stream().filter(column -> mixed && isNamed(place, column, PERHAPS)))
                .findFirst();
    }

    private static boolean isNamed(RowPlace place, int column, Pattern pattern) {
        return pattern.matcher(place.column(column).column().name()).matches();
    }

    private static boolean isName(ProfiledPlace column) {
        return RowPlace.isText(column) || column.column().type().kind() == ColumnType.Kind.BIGINT;
    }

    /** Whether texts of several kinds stand among each other: numbers, dates, words. */
    private static boolean isMixed(ProfiledPlace value) {
        return value.texts() != null
                && value.texts().kinds().stream()
                                .map(ValueCount::count)
                                .filter(rows -> rows >= A_KIND * value.filled())
                                .count()
                        >= 2;
    }

    private static List<Integer> entities(RowPlace place, int attribute, int value) {
        return place
                .columns(column -> isName(column)
                        && ENTITY.matcher(column.column().name()).matches()
                        && !place.report().key().equals(List.of(column.column().name()))
                        && column.filled() >= FILLED * place.report().sampledRows())
                .stream()
                .filter(column -> column != attribute && column != value)
                .limit(3)
                .toList();
    }
}
