package dev.dayone.readiness.render;

import java.io.Writer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes test cases in the form that build servers read as JUnit XML. */
final class TestSuites implements AutoCloseable {
    private final XMLStreamWriter xml;

    TestSuites(Writer text) throws XMLStreamException {
        // The JDK's own, whatever other writers are on the class path.
        xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
    }

    void write(String name, Instant time, Map<String, List<TestCase>> suites) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeCharacters("\n");
        xml.writeStartElement("testsuites");
        attribute("name", name);
        counts(suites.values().stream().flatMap(List::stream).toList());
        for (Map.Entry<String, List<TestCase>> suite : suites.entrySet()) {
            if (!suite.getValue().isEmpty()) {
                suite(suite.getKey(), time, suite.getValue());
            }
        }
        xml.writeCharacters("\n");
        xml.writeEndElement();
        xml.writeCharacters("\n");
        xml.writeEndDocument();
    }

    private void suite(String name, Instant time, List<TestCase> cases) throws XMLStreamException {
        xml.writeCharacters("\n  ");
        xml.writeStartElement("testsuite");
        attribute("name", name);
        attribute("timestamp", time.truncatedTo(ChronoUnit.SECONDS).toString());
        counts(cases);
        for (TestCase testCase : cases) {
            testCase(name, testCase);
        }
        xml.writeCharacters("\n  ");
        xml.writeEndElement();
    }

    private void testCase(String suite, TestCase testCase) throws XMLStreamException {
        xml.writeCharacters("\n    ");
        xml.writeStartElement("testcase");
        attribute("classname", suite);
        attribute("name", testCase.name());
        attribute("time", "0");
        switch (testCase.outcome()) {
            case PASSED -> {}
            case FAILED -> why("failure", testCase);
            case ERROR -> why("error", testCase);
            case SKIPPED -> why("skipped", testCase);
        }
        xml.writeEndElement();
    }

    private void why(String element, TestCase testCase) throws XMLStreamException {
        xml.writeStartElement(element);
        attribute("message", testCase.message());
        xml.writeCharacters(testCase.detail().lines().map(PlainText::line).collect(Collectors.joining("\n")));
        xml.writeEndElement();
    }

    private void counts(List<TestCase> cases) throws XMLStreamException {
        attribute("tests", String.valueOf(cases.size()));
        attribute("failures", count(cases, TestCase.Outcome.FAILED));
        attribute("errors", count(cases, TestCase.Outcome.ERROR));
        attribute("skipped", count(cases, TestCase.Outcome.SKIPPED));
        attribute("time", "0");
    }

    private static String count(List<TestCase> cases, TestCase.Outcome outcome) {
        return String.valueOf(
                cases.stream().filter(testCase -> testCase.outcome() == outcome).count());
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, PlainText.line(value));
    }

    @Override
    public void close() throws XMLStreamException {
        xml.close();
    }
}
