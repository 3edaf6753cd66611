package dev.dayone.readiness.render;

import dev.dayone.pilot.Budget;
import dev.dayone.pilot.ColumnRef;
import dev.dayone.pilot.Flow;
import dev.dayone.pilot.GateName;
import dev.dayone.pilot.Link;
import dev.dayone.pilot.Metric;
import dev.dayone.pilot.Owner;
import dev.dayone.pilot.SampleMethod;
import dev.dayone.pilot.Severity;
import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.report.Agreement;
import dev.dayone.pilot.report.CheckResult;
import dev.dayone.pilot.report.CheckVerdict;
import dev.dayone.pilot.report.ColumnDetail;
import dev.dayone.pilot.report.ColumnProfile;
import dev.dayone.pilot.report.ColumnReport;
import dev.dayone.pilot.report.ExampleRow;
import dev.dayone.pilot.report.Finding;
import dev.dayone.pilot.report.Funnel;
import dev.dayone.pilot.report.Gate;
import dev.dayone.pilot.report.GateVerdict;
import dev.dayone.pilot.report.Interval;
import dev.dayone.pilot.report.LinkResult;
import dev.dayone.pilot.report.MetricResult;
import dev.dayone.pilot.report.PilotInfo;
import dev.dayone.pilot.report.RowsMeant;
import dev.dayone.pilot.report.RunInfo;
import dev.dayone.pilot.report.RunReport;
import dev.dayone.pilot.report.SourceReport;
import dev.dayone.pilot.report.TableReport;
import dev.dayone.pilot.report.TextDetail;
import dev.dayone.pilot.report.TimeDetail;
import dev.dayone.pilot.report.ValueCount;
import dev.dayone.pilot.report.Visibility;
import dev.dayone.pilot.snapshot.ColumnType;
import dev.dayone.pilot.snapshot.Probe;
import dev.dayone.pilot.snapshot.Pushdown;
import dev.dayone.pilot.snapshot.Receipt;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Run reports for tests. Every text of a report passes through {@code text}, so that one builder makes a plain report
 * and a hostile one.
 */
final class Reports {
    private final String suffix;
    private final int tables;
    private final int columns;

    private Reports(String suffix, int tables, int columns) {
        this.suffix = suffix;
        this.tables = tables;
        this.columns = columns;
    }

    /** A support pilot after a bad night. */
    static RunReport plain() {
        return new Reports("", 5, 9).build();
    }

    /** The same with a text behind every name, reason and value. */
    static RunReport with(String suffix) {
        return new Reports(suffix, 2, 7).build();
    }

    static RunReport large(int tables, int columns) {
        return new Reports("", tables, columns).build();
    }

    /** A run that saw nothing at all. */
    static RunReport empty() {
        return new RunReport(
                RunReport.FORMAT,
                run("empty"),
                new PilotInfo("empty", "", null, null, null, List.of()),
                GateVerdict.UNDETERMINED,
                "No table was read.",
                List.of(),
                Map.of(),
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null);
    }

    private static RunInfo run(String id) {
        return new RunInfo(
                id,
                "20260302-020000-8f3c",
                Instant.parse("2026-03-02T02:00:00Z"),
                Instant.parse("2026-03-02T02:07:31Z"),
                Instant.parse("2026-03-02T02:06:12.345678Z"),
                "0.1.0");
    }

    private String text(String text) {
        return text + suffix;
    }

    private TableRef tickets() {
        return new TableRef("helpdesk", text("tickets"));
    }

    private RunReport build() {
        Flow flow = new Flow(tickets(), List.of(link("requester_id", "helpdesk", "users", "id", 0.99)));
        return new RunReport(
                RunReport.FORMAT,
                run("20260302-020000-1a2b"),
                new PilotInfo(
                        text("support-triage"),
                        text("Draft first replies to tier-1 tickets"),
                        new Owner(text("Head of Support"), text("business"), text("support-lead@example.com")),
                        budget(),
                        flow,
                        List.of(GateName.OWNER)),
                GateVerdict.NOT_READY,
                text(
                        "Not ready: 12.4% of the tickets' requesters are not in the CRM, and ticket descriptions of 2,412 rows"
                                + " are empty."),
                gates(),
                sources(),
                tables(),
                checks(),
                links(),
                metrics(),
                findings(),
                funnel());
    }

    private Funnel funnel() {
        Link link = link("requester_id", "helpdesk", "users", "id", 0.99);
        String subject = tickets().column(text("subject")).toString();
        return new Funnel(
                tickets(),
                20_000,
                15_600,
                new Interval(0.771, 0.789),
                false,
                Map.of(tickets(), 20_000L),
                List.of(
                        new Funnel.Step(
                                Funnel.Kind.NEED,
                                tickets(),
                                subject,
                                null,
                                null,
                                20_000,
                                2_412,
                                2_412,
                                17_588,
                                new Interval(0.1161, 0.1252),
                                List.of(new Funnel.Loss("empty", 2_412))),
                        new Funnel.Step(
                                Funnel.Kind.LINK,
                                link.to().tableRef(),
                                link.from().toString(),
                                link,
                                null,
                                20_000,
                                2_300,
                                1_988,
                                15_600,
                                new Interval(0.11, 0.12),
                                List.of(new Funnel.Loss("key not found", 2_100), new Funnel.Loss("no key", 200)))),
                List.of(
                        new Funnel.Change(
                                "0a1b2c3d4e",
                                subject,
                                text("12.1% of the records come without a subject: mostly empty."),
                                text("Make the field required in the helpdesk's form."),
                                17_700),
                        new Funnel.Change(
                                "",
                                link.from().toString(),
                                text("11.5% of the records do not get from tickets to users: mostly key not found."),
                                text("Agree on one key that both systems keep, and fill it."),
                                20_000)));
    }

    private Budget budget() {
        return new Budget(
                text("EUR"),
                new BigDecimal("400"),
                List.of(
                        new Budget.Line(text("model calls"), new BigDecimal("0.004"), new BigDecimal("30000"), null),
                        new Budget.Line(text("hosting"), null, null, new BigDecimal("60"))));
    }

    private List<Gate> gates() {
        return List.of(
                new Gate(
                        GateName.DATA,
                        GateVerdict.NOT_READY,
                        text("2 of 9 blocking checks fail."),
                        List.of(
                                text("helpdesk.tickets.description: 12.1% empty, at most 5% allowed"),
                                text("helpdesk.tickets.status: 31 values outside the picklist"),
                                "crm.contacts.email: unique on the sample",
                                "helpdesk.tickets.created_at: newest row is 3 hours old",
                                "crm.deals.amount: 3 currencies in one column")),
                new Gate(
                        GateName.LINKS,
                        GateVerdict.NOT_READY,
                        text("helpdesk.users.email joins crm.contacts.email for 87.6%, needs 95%."),
                        List.of(text("after trim and lower case: 94.1%"))),
                new Gate(
                        GateName.METRICS,
                        GateVerdict.UNDETERMINED,
                        text("One of three metrics has no baseline."),
                        List.of()),
                new Gate(
                        GateName.BUDGET, GateVerdict.READY, text("EUR 180 of EUR 400 a month are planned."), List.of()),
                new Gate(GateName.SAFETY, GateVerdict.READY, text("Both accounts can only read."), List.of()));
    }

    private Map<String, SourceReport> sources() {
        Map<String, SourceReport> sources = new LinkedHashMap<>();
        sources.put(
                text("helpdesk"),
                new SourceReport(
                        text("mariadb"),
                        new Probe(
                                text("MariaDB"),
                                text("11.4.5"),
                                text("SYSTEM (Europe/Berlin)"),
                                text("dayone_read@%"),
                                false,
                                List.of(),
                                List.of(),
                                text("SET SESSION TRANSACTION READ ONLY; every transaction is rolled back."),
                                new Probe.WriteAttempt(
                                        text("UPDATE `tickets` SET `id` = `id` WHERE 1 = 0"),
                                        true,
                                        text("read-only transaction (SQL state 25006)")),
                                text("TLSv1.3"),
                                3),
                        new Receipt(
                                List.of(
                                        new Receipt.Statement(
                                                text("SELECT * FROM `tickets` WHERE `id` > ? ORDER BY `id` LIMIT ?"),
                                                41,
                                                20_000,
                                                2_400_000,
                                                1_840),
                                        new Receipt.Statement("SELECT COUNT(*) FROM `users`", 1, 1, 8, 12)),
                                20_001,
                                2_400_008,
                                2,
                                1_852,
                                95,
                                2,
                                Map.of(text("API calls"), 1_204L))));
        sources.put(
                "crm",
                new SourceReport(
                        "postgresql",
                        new Probe(
                                "PostgreSQL",
                                "16.4",
                                "UTC",
                                "crm_app",
                                true,
                                List.of(text("INSERT on public.contacts"), "UPDATE on public.deals"),
                                List.of(
                                        text("REVOKE INSERT ON public.contacts FROM crm_app;"),
                                        "REVOKE UPDATE ON public.deals FROM crm_app;"),
                                "default_transaction_read_only = on",
                                null,
                                "none",
                                1),
                        Receipt.NOTHING));
        return sources;
    }

    private Map<TableRef, TableReport> tables() {
        Map<TableRef, TableReport> all = new LinkedHashMap<>();
        List<String> names = List.of("tickets", "users", "comments", "organisations");
        for (int i = 0; i < tables; i++) {
            boolean helpdesk = i < names.size();
            TableRef ref = new TableRef(
                    helpdesk ? "helpdesk" : "crm", text(helpdesk ? names.get(i) : i == 4 ? "contacts" : "table_" + i));
            all.put(
                    ref,
                    new TableReport(
                            i == 3 ? null : 61_204L + 977L * i,
                            20_000 - i,
                            i == 1,
                            method(i),
                            i == 2 ? text("no index fits a random sample, so the latest rows were read") : null,
                            List.of("id"),
                            List.of(),
                            i == 0 ? new Pushdown(61_204L, List.of(), null) : null,
                            columns(i)));
        }
        return all;
    }

    private static SampleMethod method(int table) {
        return switch (table) {
            case 1 -> SampleMethod.ALL;
            case 2 -> SampleMethod.LATEST;
            case 4 -> SampleMethod.LINKED;
            default -> SampleMethod.RANDOM;
        };
    }

    private List<ColumnReport> columns(int table) {
        List<ColumnReport> all = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            String number = i < 7 ? "" : "_" + i;
            all.add(
                    switch (i % 7) {
                        case 0 -> id(text("id" + number));
                        case 1 -> masked(text("subject" + number), Visibility.FREE_TEXT, "aaaaa aaaa", 0);
                        case 2 -> masked(text("email" + number), Visibility.PERSONAL, "aaaa.aaaa@aaaaaaa.aaa", 2_412);
                        case 3 -> status(text("status" + number), table);
                        case 4 -> time(text("created_at" + number));
                        case 5 -> amount(text("amount" + number), table);
                        default -> status(text("priority" + number), 1);
                    });
        }
        return all;
    }

    private ColumnReport id(String name) {
        return column(
                name,
                text("bigint(20)"),
                ColumnType.BIGINT,
                new ColumnProfile(
                        20_000,
                        0,
                        0,
                        20_000,
                        true,
                        "1",
                        "61204",
                        30_611.4,
                        17_660.1,
                        6.1e8,
                        List.of(3_060.0, 15_300.0, 30_600.0, 45_900.0, 58_100.0),
                        0L,
                        0L,
                        null,
                        null,
                        null,
                        List.of(),
                        List.of(),
                        bins(2, 2, 2, 2, 2, 2, 2, 2, 2, 2)));
    }

    private ColumnReport masked(String name, Visibility visibility, String shape, long nulls) {
        return new ColumnReport(
                name,
                "varchar(255)",
                ColumnType.STRING,
                visibility,
                text("e-mail addresses in it"),
                new ColumnProfile(
                        20_000,
                        nulls,
                        12,
                        18_204,
                        false,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        new ColumnProfile.Length(3, 254, 41.2),
                        visibility == Visibility.PERSONAL ? "email" : "text",
                        0.962,
                        List.of(),
                        List.of(
                                new ValueCount(text(shape), 9_120),
                                new ValueCount("aaaa9@aaaa.aa", 3_011),
                                new ValueCount("AAA", 31)),
                        List.of(),
                        new ColumnDetail(new ColumnDetail.Accuracy(0.02, 0, 233, 2_574), null, texts(nulls), null)));
    }

    private ColumnReport status(String name, int table) {
        return column(
                name,
                "varchar(20)",
                ColumnType.STRING,
                new ColumnProfile(
                        20_000,
                        17L * table,
                        0,
                        6,
                        true,
                        text("closed"),
                        "solved",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        new ColumnProfile.Length(3, 11, 5.4),
                        "text",
                        1.0,
                        List.of(
                                new ValueCount(text("open"), 8_400),
                                new ValueCount("solved", 7_100),
                                new ValueCount("N/A", 31)),
                        List.of(new ValueCount("aaaa", 8_400)),
                        List.of()));
    }

    private ColumnReport time(String name) {
        return column(
                name,
                "datetime",
                ColumnType.TIMESTAMP,
                new ColumnProfile(
                        20_000,
                        0,
                        0,
                        19_870,
                        false,
                        "1970-01-01T00:00:00Z",
                        "2026-03-01T23:58:11Z",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        List.of(),
                        bins(1, 0, 0, 0, 0, 0, 0, 2, 21, 90),
                        new ColumnDetail(new ColumnDetail.Accuracy(0.02, 0.02, 5, 0), null, null, times())));
    }

    private static TimeDetail times() {
        List<ValueCount> days = new ArrayList<>();
        for (int day = 0; day < 390; day++) {
            if (day % 7 != 5) {
                days.add(new ValueCount(
                        LocalDate.parse("2025-02-01").plusDays(day).toString(), 40 + day % 11));
            }
        }
        return new TimeDetail(
                335,
                days,
                List.of(new TimeDetail.Gap("2025-12-24", "2026-01-01", 9)),
                List.of(new ValueCount("2025-11-03", 1_204)),
                3,
                List.of(new ValueCount("1970-01-01", 100)),
                IntStream.range(0, 24).mapToObj(hour -> hour * 50L).toList(),
                104);
    }

    private TextDetail texts(long spaced) {
        return new TextDetail(
                List.of(new ValueCount("2-3", 31), new ValueCount("4-7", 17_000), new ValueCount("16-31", 2_969)),
                spaced,
                0,
                3,
                12,
                List.of(new ValueCount("email", 19_238), new ValueCount("text", 762)),
                List.of(),
                List.of(new ValueCount("lower", 18_000), new ValueCount("mixed", 2_000)),
                List.of(new ValueCount(text("n/a"), 31)),
                List.of(new ValueCount("latin", 20_000)),
                List.of(new ValueCount("en", 111)));
    }

    private ColumnReport amount(String name, int table) {
        return column(
                name,
                "decimal(12,2)",
                ColumnType.decimal(12, 2),
                new ColumnProfile(
                        20_000,
                        11_800 - table,
                        0,
                        5_120,
                        false,
                        "-12.50",
                        "98000.00",
                        812.33,
                        1_990.2,
                        6.6e6,
                        List.of(9.0, 40.0, 120.0, 600.0, 4_800.0),
                        31L,
                        4L,
                        null,
                        null,
                        null,
                        List.of(new ValueCount("0.00", 31), new ValueCount("49.90", 12)),
                        List.of(),
                        bins(80, 22, 11, 6, 3, 2, 1, 1, 0, 1)));
    }

    private ColumnReport column(String name, String sourceType, ColumnType type, ColumnProfile profile) {
        return new ColumnReport(name, sourceType, type, Visibility.SHOWN, "neither personal nor free text", profile);
    }

    private List<ColumnProfile.Bin> bins(long... counts) {
        List<ColumnProfile.Bin> bins = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            bins.add(new ColumnProfile.Bin(text(i + "0"), (i + 1) + "0", counts[i] * 100));
        }
        return bins;
    }

    private List<CheckResult> checks() {
        return List.of(
                check("expect_column_values_to_not_be_null", "subject", Map.of("mostly", 0.99), CheckVerdict.PASS)
                        .build(null, 20_000, 0, 12L, new Interval(0.99895, 0.99966), null, null),
                check("expect_column_values_to_not_be_null", "email", Map.of("mostly", 0.95), CheckVerdict.FAIL)
                        .build(null, 20_000, 0, 2_412L, new Interval(0.875, 0.884), null, null),
                check(
                                "expect_column_values_to_be_in_set",
                                "status",
                                Map.of("value_set", List.of(text("open"), "pending", "solved"), "mostly", 0.998),
                                CheckVerdict.UNDETERMINED)
                        .build(null, 20_000, 12, 31L, new Interval(0.9978, 0.9989), 44_000L, null),
                check("expect_column_values_to_be_unique", "id", Map.of(), CheckVerdict.UNDETERMINED)
                        .build(null, 20_000, 0, 0L, null, null, null),
                check(
                                "expect_column_median_to_be_between",
                                "amount",
                                Map.of("min_value", 10, "max_value", 500),
                                CheckVerdict.PASS)
                        .build(120.25, 20_000, 11_800, null, new Interval(118.1, 122.9), null, null),
                check(
                                "expect_column_values_to_match_regex",
                                "phone",
                                Map.of("regex", text("^\\+[0-9]+$")),
                                CheckVerdict.NO_ANSWER)
                        .build(null, 0, 0, null, null, null, text("there is no column 'phone' in helpdesk.tickets")));
    }

    private CheckParts check(String type, String column, Map<String, Object> arguments, CheckVerdict verdict) {
        Map<String, Object> kwargs = new LinkedHashMap<>();
        kwargs.put("column", text(column));
        kwargs.putAll(arguments);
        return new CheckParts(text(type), kwargs, verdict);
    }

    private final class CheckParts {
        private final String type;
        private final Map<String, Object> kwargs;
        private final CheckVerdict verdict;

        CheckParts(String type, Map<String, Object> kwargs, CheckVerdict verdict) {
            this.type = type;
            this.kwargs = kwargs;
            this.verdict = verdict;
        }

        CheckResult build(
                @Nullable Object observed,
                long elements,
                long missing,
                @Nullable Long unexpected,
                @Nullable Interval interval,
                @Nullable Long rowsToDecide,
                @Nullable String error) {
            return new CheckResult(
                    tickets(),
                    type,
                    kwargs,
                    Severity.BLOCKER,
                    verdict,
                    observed,
                    elements,
                    missing,
                    unexpected,
                    interval,
                    rowsToDecide,
                    false,
                    RowsMeant.EVERY_ROW,
                    unexpected == null || unexpected == 0
                            ? List.of()
                            : List.of(new ValueCount(text("N/A"), unexpected)),
                    unexpected == null || unexpected == 0
                            ? List.of()
                            : List.of(new ExampleRow(
                                    Map.of("id", text("4711")),
                                    Map.of(String.valueOf(kwargs.get("column")), text("N/A")),
                                    text("not in the set"))),
                    error,
                    Map.of("note", text("from the suite")));
        }
    }

    private List<LinkResult> links() {
        return List.of(
                new LinkResult(
                        link("requester_id", "helpdesk", "users", "id", 0.99),
                        CheckVerdict.PASS,
                        20_000,
                        0,
                        19_981,
                        0.99905,
                        new Interval(0.9985, 0.9994),
                        17,
                        List.of(new ValueCount("99999", 17)),
                        List.of(),
                        0,
                        null,
                        true,
                        true,
                        true,
                        RowsMeant.EVERY_ROW,
                        null,
                        null),
                new LinkResult(
                                link("email", "crm", "contacts", "email", 0.95),
                                CheckVerdict.FAIL,
                                20_000,
                                412,
                                17_159,
                                0.876,
                                new Interval(0.8713, 0.8806),
                                2_201,
                                List.of(
                                        new ValueCount(text("Aaaaa.Aaaa@aaaa.aaa"), 1_410),
                                        new ValueCount("aaa+aa@aaa.aa", 300)),
                                List.of(
                                        new LinkResult.Cleaner(text("trim"), 17_401),
                                        new LinkResult.Cleaner("trim and lower case", 18_432),
                                        new LinkResult.Cleaner("and without alias", 18_760)),
                                37,
                                1_902L,
                                false,
                                false,
                                null,
                                RowsMeant.LATEST_ROWS,
                                null,
                                null)
                        .with(agreement()),
                new LinkResult(
                        link("organisation_id", "crm", "accounts", "external_id", 0.9),
                        CheckVerdict.NO_ANSWER,
                        0,
                        0,
                        0,
                        null,
                        null,
                        0,
                        List.of(),
                        List.of(),
                        0,
                        null,
                        false,
                        false,
                        null,
                        RowsMeant.EVERY_ROW,
                        null,
                        text("the account may not read crm.accounts")));
    }

    private Link link(String from, String source, String table, String to, double coverage) {
        return new Link(
                tickets().column(text(from)), new ColumnRef(source, text(table), text(to)), coverage, coverage == 0.95);
    }

    private Agreement agreement() {
        TableRef there = new TableRef("crm", text("contacts"));
        return new Agreement(
                17_159,
                List.of(new Agreement.Clock(
                        tickets().column(text("created_at")),
                        there.column(text("created")),
                        Agreement.Relation.CLOCK_SHIFT,
                        17_100,
                        16_900,
                        new Interval(0.98, 0.99),
                        List.of(new Agreement.Shift(7200, 16_900)),
                        null,
                        text("It may be a local clock's time."))),
                List.of(new Agreement.Attribute(
                        tickets().column(text("phone")),
                        there.column(text("phone")),
                        10_000,
                        9_000,
                        400,
                        600,
                        new Interval(0.05, 0.07),
                        List.of(new ValueCount("case", 400)))),
                text("The tables are large."));
    }

    private List<MetricResult> metrics() {
        return List.of(
                new MetricResult(
                        new Metric(
                                text("median first reply"),
                                text("minutes"),
                                text("SELECT percentile_approx(first_reply_min, 0.5) FROM helpdesk.tickets"),
                                new Metric.Target(15.0, null)),
                        42.5,
                        false,
                        List.of(text("helpdesk.tickets")),
                        true,
                        null),
                new MetricResult(
                        new Metric(text("solved within a day"), "%", "SELECT 1", new Metric.Target(null, 60.0)),
                        71.25,
                        true,
                        List.of("helpdesk.tickets"),
                        false,
                        null),
                new MetricResult(
                        new Metric(text("cost per ticket"), "EUR", "SELECT avg(cost) FROM helpdesk.costs", null),
                        null,
                        null,
                        List.of(),
                        false,
                        text("there is no table helpdesk.costs in the snapshot")));
    }

    private List<Finding> findings() {
        List<Finding> all = new ArrayList<>();
        all.add(new Finding(
                "0a1b2c3d4e",
                "missing-values",
                Severity.BLOCKER,
                tickets().column(text("email")).toString(),
                text("Every eighth ticket has no e-mail address"),
                2_412L,
                20_000L,
                new Interval(0.1161, 0.1252),
                new Finding.FlowShare(0.1206, new Interval(0.1161, 0.1252), true),
                List.of(text("aaaa@aaaa.aaa")),
                text("The form does not ask for it."),
                text("The pilot cannot find the customer that a reply is for."),
                text("Make the field required in the helpdesk's form; fill the rest from users.email."),
                text("Hand such tickets to a human."),
                text("the owner of the process")));
        all.add(new Finding(
                "1a1b2c3d4e",
                "case-differs",
                Severity.BLOCKER,
                text("helpdesk.tickets.email → crm.contacts.email"),
                text("E-mail addresses differ in case between the helpdesk and the CRM"),
                1_273L,
                19_588L,
                new Interval(0.0615, 0.0685),
                null,
                List.of(),
                "",
                text("Replies are drafted without the customer's contracts."),
                text("Compare in lower case, trimmed."),
                "",
                ""));
        for (int i = 0; i < 6; i++) {
            all.add(new Finding(
                    "2a1b2c3d4" + i,
                    text("placeholder-values"),
                    i < 3 ? Severity.MAJOR : Severity.MINOR,
                    tickets().column(text(i < 3 ? "status" : "created_at")).toString(),
                    text("Placeholder values stand where a value should: " + (i + 1)),
                    i == 4 ? null : 31L + i,
                    i == 4 ? null : 20_000L,
                    null,
                    null,
                    List.of(),
                    text("A field that must be filled."),
                    text("The model reads 'N/A' as a status."),
                    text("Map placeholders to null before prompts are built"),
                    text("Take them for missing."),
                    text("whoever runs the source system")));
        }
        return all;
    }
}
