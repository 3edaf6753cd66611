package dev.dayone.readiness.history;

import dev.dayone.pilot.report.Interval;
import dev.dayone.readiness.history.PastRun.Answer;
import dev.dayone.readiness.history.PastRun.Found;
import dev.dayone.readiness.history.PastRun.Head;
import dev.dayone.readiness.history.PastRun.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs in a database's tables. */
final class RunTables {
    private static final String BY_TIME = " ORDER BY sampled_at DESC, completed_at DESC, run DESC";

    private static final int LONGEST = 2000;

    private final Connection connection;

    RunTables(Connection connection) {
        this.connection = connection;
    }

    void save(PastRun run) throws SQLException {
        Head head = run.head();
        Rows.insert(
                connection,
                "dayone_run",
                List.of(List.of(
                        head.pilot(),
                        head.id(),
                        head.snapshot(),
                        head.sampledAt(),
                        head.completedAt(),
                        head.version(),
                        head.verdict(),
                        cut(head.headline()))));
        Batch gates = new Batch(head);
        run.gates().forEach((name, verdict) -> gates.add(name, verdict));
        gates.into("dayone_gate");
        Batch tables = new Batch(head);
        Batch columns = new Batch(head);
        for (Table table : run.tables()) {
            tables.add(table.place(), table.rows(), table.sampled(), table.whole());
            table.columns().forEach((name, type) -> columns.add(table.place(), name, type));
        }
        tables.into("dayone_table");
        columns.into("dayone_column");
        Batch answers = new Batch(head);
        for (Answer answer : run.answers()) {
            answers.add(answer.kind(), answer.key(), answer.title(), answer.verdict(), answer.observed());
        }
        answers.into("dayone_answer");
        Batch findings = new Batch(head);
        for (Found found : run.findings()) {
            findings.add(
                    found.id(),
                    found.kind(),
                    found.severity(),
                    found.place(),
                    found.title(),
                    found.share(),
                    found.knownSince());
        }
        findings.into("dayone_finding");
        Batch measures = new Batch(head);
        for (Measure measure : run.measures()) {
            measures.add(
                    measure.place(),
                    measure.quantity().name(),
                    measure.value(),
                    measure.interval().low(),
                    measure.interval().high(),
                    measure.rows());
        }
        measures.into("dayone_measure");
    }

    /** The ids of a pilot's runs. */
    List<String> ids(String pilot) throws SQLException {
        return Rows.select(
                connection,
                "SELECT run FROM dayone_run WHERE pilot = ?" + BY_TIME,
                List.of(pilot),
                answer -> answer.getString("run"));
    }

    /** The ids of all runs. */
    List<String> ids() throws SQLException {
        return Rows.select(connection, "SELECT run FROM dayone_run", List.of(), answer -> answer.getString("run"));
    }

    /** Runs of all pilots, newest first. */
    List<Head> heads() throws SQLException {
        return Rows.select(connection, "SELECT * FROM dayone_run" + BY_TIME, List.of(), RunTables::head);
    }

    /** Runs of a pilot, newest first. */
    List<Head> heads(String pilot) throws SQLException {
        return Rows.select(
                connection, "SELECT * FROM dayone_run WHERE pilot = ?" + BY_TIME, List.of(pilot), RunTables::head);
    }

    /** The newest run of a pilot of another snapshot, sampled before a time. */
    Optional<PastRun> before(String pilot, String snapshot, Instant sampled) throws SQLException {
        List<Head> heads = Rows.select(
                connection,
                "SELECT * FROM dayone_run WHERE pilot = ? AND snapshot <> ? AND sampled_at < ?" + BY_TIME + " LIMIT 1",
                List.of(pilot, snapshot, sampled),
                RunTables::head);
        return heads.isEmpty() ? Optional.empty() : Optional.of(load(heads.get(0)));
    }

    PastRun load(Head head) throws SQLException {
        Map<String, String> gates = new LinkedHashMap<>();
        select("dayone_gate", head, answer -> gates.put(answer.getString("gate"), answer.getString("verdict")));
        Map<String, Map<String, String>> columns = new LinkedHashMap<>();
        select("dayone_column", head, answer -> columns.computeIfAbsent(
                        answer.getString("place"), place -> new LinkedHashMap<>())
                .put(answer.getString("name"), answer.getString("type")));
        List<Table> tables = select(
                "dayone_table",
                head,
                answer -> new Table(
                        answer.getString("place"),
                        Rows.count(answer, "held_rows"),
                        answer.getLong("sampled_rows"),
                        answer.getBoolean("whole"),
                        columns.getOrDefault(answer.getString("place"), Map.of())));
        List<Answer> answers = select(
                "dayone_answer",
                head,
                answer -> new Answer(
                        answer.getString("kind"),
                        answer.getString("answer_key"),
                        answer.getString("title"),
                        answer.getString("verdict"),
                        answer.getString("observed")));
        List<Found> findings = select(
                "dayone_finding",
                head,
                answer -> new Found(
                        answer.getString("finding"),
                        answer.getString("kind"),
                        answer.getString("severity"),
                        answer.getString("place"),
                        answer.getString("title"),
                        Rows.number(answer, "share"),
                        Rows.time(answer, "known_since")));
        List<Measure> measures = select("dayone_measure", head, RunTables::measure);
        return new PastRun(head, gates, tables, answers, findings, measures);
    }

    /** Every watched number of a run. */
    List<Measure> measures(Head head) throws SQLException {
        return select("dayone_measure", head, RunTables::measure);
    }

    private <T> List<T> select(String table, Head head, Rows.Reader<T> reader) throws SQLException {
        return Rows.select(
                connection,
                "SELECT * FROM " + table + " WHERE pilot = ? AND run = ? ORDER BY position",
                List.of(head.pilot(), head.id()),
                reader);
    }

    private static Measure measure(ResultSet answer) throws SQLException {
        return new Measure(
                answer.getString("place"),
                Quantity.valueOf(answer.getString("quantity")),
                answer.getDouble("measured"),
                new Interval(answer.getDouble("low"), answer.getDouble("high")),
                answer.getLong("seen_rows"));
    }

    private static Head head(ResultSet answer) throws SQLException {
        return new Head(
                answer.getString("pilot"),
                answer.getString("run"),
                answer.getString("snapshot"),
                Rows.time(answer, "sampled_at"),
                Rows.time(answer, "completed_at"),
                answer.getString("version"),
                answer.getString("verdict"),
                answer.getString("headline"));
    }

    /** As much of a text as its column takes; no half of a character at its end is kept either. */
    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    /** Rows that belong to one run. */
    private final class Batch {
        private final Head head;
        private final List<List<@Nullable Object>> rows = new ArrayList<>();

        Batch(Head head) {
            this.head = head;
        }

        void add(@Nullable Object... values) {
            List<@Nullable Object> row = new ArrayList<>(List.of(head.pilot(), head.id(), rows.size()));
            for (Object value : values) {
                row.add(value instanceof String text ? cut(text) : value);
            }
            rows.add(row);
        }

        void into(String table) throws SQLException {
            Rows.insert(connection, table, rows);
        }
    }
}
