package dev.dayone.pilot.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dayone.pilot.Budget;
import dev.dayone.pilot.ColumnRef;
import dev.dayone.pilot.Expectation;
import dev.dayone.pilot.Flow;
import dev.dayone.pilot.GateName;
import dev.dayone.pilot.History;
import dev.dayone.pilot.Hours;
import dev.dayone.pilot.Json;
import dev.dayone.pilot.Limits;
import dev.dayone.pilot.Link;
import dev.dayone.pilot.Metric;
import dev.dayone.pilot.Nearest;
import dev.dayone.pilot.Owner;
import dev.dayone.pilot.Parameters;
import dev.dayone.pilot.Pilot;
import dev.dayone.pilot.RunLimits;
import dev.dayone.pilot.Sample;
import dev.dayone.pilot.SampleMethod;
import dev.dayone.pilot.Severity;
import dev.dayone.pilot.Source;
import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.TableSelection;
import dev.dayone.pilot.snapshot.ColumnType;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes a {@link Pilot} of a tree that fits the schema, and notes what the schema cannot say. */
final class PilotReader {
    private final YamlTree tree;
    private final JsonNode root;
    private final SuiteReader suites;
    private final List<Problem> problems = new ArrayList<>();

    PilotReader(YamlTree tree, Path folder) {
        this.tree = tree;
        this.root = tree.root();
        this.suites = new SuiteReader(folder);
    }

    /** What was noted by {@link #read()}. */
    List<Problem> problems() {
        return problems;
    }

    /** The references that lead nowhere, of a tree that need not fit the schema otherwise. */
    List<Problem> referenceProblems() {
        tableReference(root.path("flow").path("start"), "/flow/start");
        JsonNode links = root.path("flow").path("links");
        for (int i = 0; i < links.size(); i++) {
            columnReference(links.path(i).path("from"), "/flow/links/" + i + "/from");
            columnReference(links.path(i).path("to"), "/flow/links/" + i + "/to");
        }
        JsonNode lines = root.path("budget").path("lines");
        for (int i = 0; i < lines.size(); i++) {
            columnReference(lines.path(i).path("records"), "/budget/lines/" + i + "/records");
        }
        JsonNode metrics = root.path("metrics");
        for (int i = 0; i < metrics.size(); i++) {
            columnReference(metrics.path(i).path("worth").path("records"), "/metrics/" + i + "/worth/records");
        }
        for (String part : List.of("needs", "checks")) {
            each(root.path(part), (name, value) -> tableKey(name, "/" + part));
        }
        return problems;
    }

    Pilot read() {
        Map<String, Source> sources = new LinkedHashMap<>();
        each(root.path("sources"), (name, node) -> sources.put(name, source(name, node)));
        return new Pilot(
                root.path("pilot").asText(),
                root.path("description").asText(""),
                owner(root.path("owner")),
                budget(root.path("budget")),
                sources,
                flow(root.path("flow")),
                byTable("needs", (table, pointer, node) -> texts(node)),
                byTable("checks", this::expectations),
                metrics(),
                gates(),
                root.path("schedule").isMissingNode()
                        ? null
                        : schedule(root.path("schedule").asText()),
                duration(root.path("retention"), Duration.ofDays(7)),
                history(root.path("history")));
    }

    private History history(JsonNode node) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String key : List.of("url", "username", "password")) {
            if (node.has(key)) {
                parameters.put(key, node.path(key).asText());
            }
        }
        if (!parameters.isEmpty() && !parameters.containsKey("url")) {
            note("/history", "a login without 'url', expected the database that it is for. Add 'url', or remove it.");
        }
        String url = parameters.getOrDefault("url", "{{");
        if (!url.startsWith("jdbc:postgresql://") && !url.startsWith("{{")) {
            // It is not repeated: a login may stand in it.
            note("/history/url", "no address of PostgreSQL, expected jdbc:postgresql://HOST:PORT/DATABASE.");
        }
        List<History.Incident> incidents = new ArrayList<>();
        JsonNode list = node.path("incidents");
        for (int i = 0; i < list.size(); i++) {
            String pointer = "/history/incidents/" + i;
            LocalDate from = day(list.get(i).path("from"), pointer + "/from");
            LocalDate to = list.get(i).has("to") ? day(list.get(i).path("to"), pointer + "/to") : from;
            if (from != null && to != null) {
                if (to.isBefore(from)) {
                    note(pointer + "/to", "ends before it begins. Swap the two.");
                }
                incidents.add(
                        new History.Incident(from, to, list.get(i).path("why").asText()));
            }
        }
        return new History(
                new Parameters(parameters), incidents, node.path("minimumRuns").asInt(History.DEFAULT.minimumRuns()));
    }

    private @Nullable LocalDate day(JsonNode node, String pointer) {
        try {
            return LocalDate.parse(node.asText());
        } catch (DateTimeException e) {
            note(pointer, "'" + node.asText() + "' is no day, expected for example 2026-01-31.");
            return null;
        }
    }

    private static @Nullable Owner owner(JsonNode node) {
        return node.isObject()
                ? new Owner(
                        node.path("name").asText(),
                        node.path("role").asText("business"),
                        node.path("email").asText(),
                        node.path("onCall").isObject()
                                ? new Owner.OnCall(
                                        node.path("onCall").path("name").asText(),
                                        node.path("onCall").path("reach").asText())
                                : null)
                : null;
    }

    private @Nullable Budget budget(JsonNode node) {
        if (!node.isObject()) {
            return null;
        }
        List<Budget.Line> lines = new ArrayList<>();
        for (JsonNode line : node.path("lines")) {
            boolean fixed = line.has("monthly");
            boolean units = line.has("unitsPerMonth") || line.has("records");
            boolean perUnit = line.has("unitCost") && units;
            boolean anyUnit = line.has("unitCost") || units || line.has("perRecord");
            if (fixed == perUnit || (fixed && anyUnit)) {
                note(
                        "/budget/lines/" + lines.size(),
                        "line '" + line.path("name").asText()
                                + "' has not one cost, expected 'monthly', or 'unitCost' with 'unitsPerMonth' or 'records'.");
            } else if (line.has("perRecord") && !line.has("records")) {
                note(
                        "/budget/lines/" + lines.size(),
                        "line '" + line.path("name").asText()
                                + "' has 'perRecord', expected the time column that counts them under 'records'.");
            }
            lines.add(new Budget.Line(
                    line.path("name").asText(),
                    number(line, "unitCost"),
                    number(line, "unitsPerMonth"),
                    number(line, "monthly"),
                    columnReference(line.path("records"), "/budget/lines/" + lines.size() + "/records"),
                    number(line, "perRecord")));
        }
        return new Budget(
                node.path("currency").asText(),
                node.path("monthlyLimit").decimalValue(),
                lines,
                number(node, "growth"));
    }

    private static @Nullable BigDecimal number(JsonNode node, String key) {
        return node.has(key) ? node.path(key).decimalValue() : null;
    }

    private Source source(String name, JsonNode node) {
        Map<String, String> parameters = new LinkedHashMap<>();
        each(node.path("parameters"), (key, value) -> parameters.put(key, value.asText()));
        Map<String, TableSelection> tables = new LinkedHashMap<>();
        String pointer = YamlTree.child(YamlTree.child("/sources", name), "tables");
        each(
                node.path("tables"),
                (table, value) -> tables.put(table, selection(YamlTree.child(pointer, table), value)));
        boolean acceptsWritable = texts(node.path("accept")).contains("writable-account");
        return new Source(
                name,
                node.path("connector").asText(),
                new Parameters(parameters),
                limits(
                        YamlTree.child(YamlTree.child("/sources", name), "limits"),
                        node.path("limits"),
                        Limits.unsaid(node.path("connector").asText())),
                tables,
                acceptsWritable);
    }

    private Limits limits(String pointer, JsonNode node, Limits unset) {
        return new Limits(
                node.path("connections").asInt(unset.connections()),
                node.path("rowsPerSecond").asInt(unset.rowsPerSecond()),
                node.path("maxRows").asLong(unset.maxRows()),
                duration(node.path("statementTimeout"), unset.statementTimeout()),
                duration(node.path("lockTimeout"), unset.lockTimeout()),
                new RunLimits(
                        node.path("runRows").asLong(unset.run().rows()),
                        node.has("runBytes")
                                ? Bytes.parse(node.path("runBytes").asText())
                                : unset.run().bytes(),
                        duration(node.path("runTime"), unset.run().time()),
                        node.path("runCalls").asLong(unset.run().calls()),
                        node.path("quotaShare").asDouble(unset.run().quotaShare())),
                node.has("hours") ? hours(pointer, node.path("hours").asText()) : unset.hours(),
                node.path("pauseAtSlowdown").asDouble(unset.slowdown()),
                node.path("pushdownRows").asLong(unset.pushdownRows()));
    }

    private @Nullable Hours hours(String pointer, String text) {
        String[] parts = text.split(" ", 2);
        String[] times = parts[0].split("-", 2);
        try {
            return new Hours(
                    LocalTime.parse(times[0]),
                    LocalTime.parse(times[1]),
                    parts.length == 1 ? ZoneId.systemDefault() : ZoneId.of(parts[1]));
        } catch (DateTimeException e) {
            note(
                    pointer + "/hours",
                    "'" + text + "' is no span of hours, expected for example 20:00-06:00 or '20:00-06:00"
                            + " Europe/Berlin'.");
            return null;
        }
    }

    private TableSelection selection(String pointer, JsonNode node) {
        JsonNode sample = node.path("sample");
        if (sample.has("by") && !sample.path("method").asText().equals("latest")) {
            note(pointer + "/sample/by", "goes with method latest only. Remove it, or set method to latest.");
        }
        TableSelection selection = new TableSelection(
                sample.isObject()
                        ? new Sample(
                                SampleMethod.of(sample.path("method").asText()),
                                sample.path("rows").asLong(Sample.DEFAULT.rows()),
                                sample.has("by") ? sample.path("by").asText() : null)
                        : null,
                Set.copyOf(texts(node.path("personal"))),
                Set.copyOf(texts(node.path("shown"))),
                Set.copyOf(texts(node.path("hash"))),
                Set.copyOf(texts(node.path("drop"))),
                node.path("pushdown").asBoolean(false),
                schema(pointer, node.path("schema")));
        contradiction(pointer, "personal", selection.personal(), "shown", selection.shown());
        contradiction(pointer, "hash", selection.hash(), "drop", selection.drop());
        return selection;
    }

    private Map<String, ColumnType> schema(String pointer, JsonNode node) {
        Map<String, ColumnType> types = new LinkedHashMap<>();
        each(node, (column, type) -> SparkType.parse(type.asText())
                .ifPresentOrElse(
                        known -> types.put(column, known),
                        () -> note(
                                YamlTree.child(YamlTree.child(pointer, "schema"), column),
                                "'" + type.asText() + "' is no type, expected boolean, long, double,"
                                        + " decimal(12,2), string, date or timestamp.")));
        return types;
    }

    private void contradiction(String pointer, String one, Set<String> columns, String other, Set<String> others) {
        for (String column : columns) {
            if (others.contains(column)) {
                note(pointer, "column '" + column + "' is both " + one + " and " + other + ". Keep one of the two.");
            }
        }
    }

    private @Nullable Flow flow(JsonNode node) {
        TableRef start = tableReference(node.path("start"), "/flow/start");
        List<Link> links = new ArrayList<>();
        JsonNode list = node.path("links");
        for (int i = 0; i < list.size(); i++) {
            JsonNode link = list.get(i);
            ColumnRef from = columnReference(link.path("from"), "/flow/links/" + i + "/from");
            ColumnRef to = columnReference(link.path("to"), "/flow/links/" + i + "/to");
            if (from != null && to != null) {
                links.add(new Link(
                        from,
                        to,
                        link.path("coverage").asDouble(Link.DEFAULT_COVERAGE),
                        link.path("unique").asBoolean(false)));
            }
        }
        Duration freshness = node.has("freshness") ? duration(node.path("freshness"), Flow.FRESH) : null;
        return start == null ? null : new Flow(start, links, freshness);
    }

    private List<Expectation> expectations(TableRef table, String pointer, JsonNode node) {
        if (node.isTextual()) {
            return suite(table, pointer, node);
        }
        List<Expectation> expectations = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            JsonNode check = node.get(i);
            if (check.isTextual()) {
                expectations.addAll(suite(table, pointer + "/" + i, check));
            } else {
                expectations.add(new Expectation(
                        check.path("type").asText(),
                        Json.plainMap(check.path("kwargs")),
                        Severity.valueOf(check.path("severity").asText("major").toUpperCase(Locale.ROOT)),
                        Json.plainMap(check.path("meta"))));
            }
        }
        return expectations;
    }

    private List<Expectation> suite(TableRef table, String pointer, JsonNode path) {
        Set<TableRef> elsewhere = new HashSet<>();
        each(root.path("checks"), (name, node) -> {
            boolean named = node.equals(path);
            for (JsonNode item : node) {
                named |= item.equals(path);
            }
            if (named) {
                TableRef other = TableRef.parse(name);
                if (!other.equals(table)) {
                    elsewhere.add(other);
                }
            }
        });
        return suites.read(path.asText(), table, elsewhere, message -> note(pointer, message));
    }

    private List<Metric> metrics() {
        List<Metric> metrics = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (JsonNode node : root.path("metrics")) {
            String name = node.path("name").asText();
            if (!names.add(name)) {
                note(
                        "/metrics/" + metrics.size() + "/name",
                        "metric '" + name + "' stands twice. Give each its own name.");
            }
            JsonNode target = node.path("target");
            metrics.add(new Metric(
                    name,
                    node.path("unit").asText(""),
                    node.path("sql").asText(),
                    target.isObject() ? new Metric.Target(bound(target, "atMost"), bound(target, "atLeast")) : null,
                    worth(node.path("worth"), "/metrics/" + metrics.size() + "/worth/records")));
        }
        return metrics;
    }

    private Metric.@Nullable Worth worth(JsonNode node, String pointer) {
        ColumnRef records = columnReference(node.path("records"), pointer);
        return records == null
                ? null
                : new Metric.Worth(records, node.path("atLeast").doubleValue());
    }

    private static @Nullable Double bound(JsonNode target, String key) {
        return target.has(key) ? target.path(key).doubleValue() : null;
    }

    private Set<GateName> gates() {
        Set<GateName> gates = EnumSet.noneOf(GateName.class);
        texts(root.path("gates")).forEach(gate -> gates.add(GateName.of(gate)));
        return gates.isEmpty() ? EnumSet.allOf(GateName.class) : gates;
    }

    private String schedule(String cron) {
        int fields = cron.trim().split("\\s+", -1).length;
        if (fields != 6 && fields != 7) {
            note(
                    "/schedule",
                    "has " + fields
                            + " fields, expected Quartz's 6 or 7: seconds minutes hours day month weekday [year].");
        }
        return cron;
    }

    private <V> Map<TableRef, V> byTable(String part, ByTable<V> value) {
        Map<TableRef, V> values = new LinkedHashMap<>();
        each(root.path(part), (name, node) -> {
            TableRef table = tableKey(name, "/" + part);
            if (table != null) {
                values.put(table, value.of(table, YamlTree.child("/" + part, name), node));
            }
        });
        return values;
    }

    private interface ByTable<V> {
        V of(TableRef table, String pointer, JsonNode node);
    }

    private @Nullable TableRef tableKey(String name, String parent) {
        return reference(name, YamlTree.child(parent, name), TableRef::parse, table -> table);
    }

    private @Nullable TableRef tableReference(JsonNode node, String pointer) {
        return node.isTextual() ? reference(node.asText(), pointer, TableRef::parse, table -> table) : null;
    }

    private @Nullable ColumnRef columnReference(JsonNode node, String pointer) {
        return node.isTextual() ? reference(node.asText(), pointer, ColumnRef::parse, ColumnRef::tableRef) : null;
    }

    private <R> @Nullable R reference(
            String text, String pointer, Function<String, R> parse, Function<R, TableRef> tableOf) {
        R reference;
        try {
            reference = parse.apply(text);
        } catch (IllegalArgumentException e) {
            note(pointer, e.getMessage() + ".");
            return null;
        }
        TableRef table = tableOf.apply(reference);
        List<String> sources = names(root.path("sources"));
        if (!sources.contains(table.source())) {
            note(
                    pointer,
                    "no source '" + table.source() + "'" + Nearest.hint(table.source(), sources) + ", expected one of "
                            + String.join(", ", sources) + ".");
            return null;
        }
        List<String> tables = names(root.path("sources").path(table.source()).path("tables"));
        if (!tables.isEmpty() && !tables.contains(table.table())) {
            note(
                    pointer,
                    "source '" + table.source() + "' samples no table '" + table.table() + "'"
                            + Nearest.hint(table.table(), tables) + ". Add it to the source's tables.");
        }
        return reference;
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(node -> texts.add(node.asText()));
        return texts;
    }

    private static Duration duration(JsonNode node, Duration unset) {
        return node.isTextual() ? Durations.parse(node.asText()) : unset;
    }

    private static void each(JsonNode object, BiConsumer<String, JsonNode> action) {
        object.fields().forEachRemaining(entry -> action.accept(entry.getKey(), entry.getValue()));
    }

    private void note(String pointer, String message) {
        problems.add(new Problem(tree.place(pointer), SchemaCheck.key(pointer), message));
    }
}
