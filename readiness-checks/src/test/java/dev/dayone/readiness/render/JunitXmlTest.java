package dev.dayone.readiness.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

final class JunitXmlTest {
    @Test
    void tellsFailureErrorAndMissingEvidenceApart() throws Exception {
        Element xml = parsed(JunitXml.render(Reports.plain()));

        assertThat(counts(xml)).containsExactly("18", "4", "3", "4");
        assertThat(messages(xml, "error")).contains("Could not be measured: the account may not read crm.accounts.");
        assertThat(messages(xml, "skipped"))
                .contains(
                        "Left out by the pilot.",
                        "blocker: Not enough evidence: about 44,000 rows would decide; 20,000 were looked at.");
        assertThat(messages(xml, "failure")).contains("match rate 87.6%, needs 95%");
    }

    @Test
    void isValidWhateverTheTextHolds() throws Exception {
        for (String text : List.of(Hostile.ALL, Hostile.LONG, Hostile.CONTROLS)) {
            Element xml = parsed(JunitXml.render(Reports.with(text)));

            assertThat(counts(xml)).containsExactly("18", "4", "3", "4");
        }
        assertThat(parsed(JunitXml.render(Reports.with(Hostile.TAGS))).getAttribute("name"))
                .isEqualTo("support-triage" + Hostile.TAGS);
    }

    @Test
    void isValidForARunThatSawNothing() throws Exception {
        assertThat(counts(parsed(JunitXml.render(Reports.empty())))).containsExactly("0", "0", "0", "0");
    }

    private static List<String> counts(Element xml) {
        return List.of(
                xml.getAttribute("tests"),
                xml.getAttribute("failures"),
                xml.getAttribute("errors"),
                xml.getAttribute("skipped"));
    }

    private static List<String> messages(Element xml, String name) {
        NodeList nodes = xml.getElementsByTagName(name);
        List<String> messages = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            messages.add(((Element) nodes.item(i)).getAttribute("message"));
        }
        return messages;
    }

    private static Element parsed(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml)))
                .getDocumentElement();
    }
}
