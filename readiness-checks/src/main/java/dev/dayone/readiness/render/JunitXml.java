package dev.dayone.readiness.render;

import dev.dayone.pilot.GateName;
import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.report.CheckResult;
import dev.dayone.pilot.report.Gate;
import dev.dayone.pilot.report.LinkResult;
import dev.dayone.pilot.report.MetricResult;
import dev.dayone.pilot.report.RunReport;
import dev.dayone.pilot.suite.UncarriedRule;
import dev.dayone.readiness.wording.Numbers;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;

/**
 * The run as JUnit XML, for build servers: a suite for the gates, the links, the metrics and each table's checks. What
 * fails is a failure, what could not be measured an error, what lacks evidence, is left out or is a rule of another tool's
 * that could not be carried is skipped with a message.
 */
final class JunitXml {
    private JunitXml() {}

    static String render(RunReport report) {
        Map<String, List<TestCase>> suites = new LinkedHashMap<>();
        suites.put("gates", gates(report));
        suites.put("links", report.links().stream().map(JunitXml::link).toList());
        suites.put("metrics", report.metrics().stream().map(JunitXml::metric).toList());
        Map<TableRef, List<TestCase>> tables = new LinkedHashMap<>();
        report.checks().forEach(check -> tables.computeIfAbsent(check.table(), table -> new ArrayList<>())
                .add(check(check)));
        tables.forEach((table, cases) -> suites.put("checks." + table, cases));
        StringWriter text = new StringWriter();
        try (TestSuites xml = new TestSuites(text)) {
            xml.write(report.pilot().name(), report.run().completedAt(), suites);
        } catch (XMLStreamException e) {
            // A StringWriter does not fail, and every text is made valid before.
            throw new IllegalStateException("Cannot write JUnit XML", e);
        }
        return text.toString();
    }

    private static List<TestCase> gates(RunReport report) {
        List<TestCase> cases = new ArrayList<>();
        report.gates().forEach(gate -> cases.add(gate(gate)));
        for (GateName name : report.pilot().gatesLeftOut()) {
            cases.add(new TestCase(name.label(), TestCase.Outcome.SKIPPED, "Left out by the pilot.", ""));
        }
        return cases;
    }

    private static TestCase gate(Gate gate) {
        TestCase.Outcome outcome =
                switch (gate.verdict()) {
                    case READY -> TestCase.Outcome.PASSED;
                    case NOT_READY -> TestCase.Outcome.FAILED;
                    case UNDETERMINED -> TestCase.Outcome.SKIPPED;
                };
        return new TestCase(gate.name().label(), outcome, gate.reason(), String.join("\n", gate.evidence()));
    }

    private static TestCase link(LinkResult link) {
        String found = link.matchRate() == null
                ? "no match rate"
                : "match rate " + Numbers.percent(link.matchRate(), link.link().coverage()) + ", needs "
                        + Numbers.percent(link.link().coverage());
        String lacks = Wording.lacks(link);
        return new TestCase(
                link.link().from() + " -> " + link.link().to(),
                TestCase.Outcome.of(link.verdict()),
                lacks == null ? found : lacks,
                Numbers.count(link.rows(), "row") + ", " + Numbers.count(link.nullKeys()) + " without a key, "
                        + Numbers.count(link.orphanKeys()) + " keys not found, " + found);
    }

    private static TestCase metric(MetricResult metric) {
        String found = Wording.baseline(metric) + ", target " + Wording.target(metric) + ", " + Wording.gap(metric)
                + (Wording.sure(metric) == null ? "" : ", " + Wording.sure(metric))
                + (Wording.worth(metric) == null ? "" : ", " + Wording.worth(metric));
        return metric.baseline() == null
                ? new TestCase(
                        metric.metric().name(),
                        TestCase.Outcome.ERROR,
                        "Could not be measured: " + (metric.error() == null ? "no reason was given" : metric.error()),
                        metric.metric().sql())
                : new TestCase(metric.metric().name(), TestCase.Outcome.PASSED, found, "");
    }

    private static TestCase check(CheckResult check) {
        String observed = Wording.observed(check);
        String sure = Wording.howSure(check.interval(), check.about());
        String found = (observed == null ? "nothing observed" : observed) + (sure == null ? "" : " (" + sure + ")");
        String lacks = Wording.lacks(check);
        return new TestCase(
                Wording.rule(check),
                check.type().equals(UncarriedRule.TYPE)
                        ? TestCase.Outcome.SKIPPED
                        : TestCase.Outcome.of(check.verdict()),
                Badge.of(check.severity()).word() + ": " + (lacks == null ? found : lacks),
                check.type() + ", " + Badge.of(check.severity()).word() + ": " + found);
    }
}
