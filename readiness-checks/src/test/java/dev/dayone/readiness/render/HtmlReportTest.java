package dev.dayone.readiness.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dayone.pilot.report.RunReport;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

final class HtmlReportTest {
    private static final Pattern CODE = Pattern.compile("(?s)<(style|script)>.*?</\\1>");

    @Test
    void showsHostileTextAsTextAndNothingElse() throws Exception {
        String html = HtmlReport.render(Reports.with(Hostile.ALL));
        Element page = parsed(html);

        assertThat(elements(page, "img")).isEmpty();
        assertThat(elements(page, "script")).hasSize(1);
        assertThat(all(page)).allSatisfy(element -> {
            for (int i = 0; i < element.getAttributes().getLength(); i++) {
                Node attribute = element.getAttributes().item(i);
                assertThat(attribute.getNodeName()).doesNotStartWith("on").isNotIn("style", "src");
                if (attribute.getNodeName().equals("href")) {
                    assertThat(attribute.getNodeValue()).matches("#[a-z0-9-]+");
                }
            }
        });
        assertThat(page.getTextContent())
                .contains("<script>alert(1)</script>\"'><img src=x onerror=alert(2)> ]]> &amp; {{ 7*7 }} {% raw %}")
                .contains("␛[31mred", "⟨U+202E⟩txet", "漢字かな한글 العربية עברית 👩‍👩‍👧");
        assertThat(html.codePoints()
                        .filter(c -> Character.isISOControl(c) && c != '\n')
                        .toArray())
                .isEmpty();
        assertThat(html).doesNotContain("\u202E", "\u2066", "\uD800 ", "\uFFFF");
    }

    @Test
    void mayLoadNothingAndRunsOnlyItsOwnScript() throws Exception {
        String html = HtmlReport.render(Reports.plain());

        assertThat(html)
                .contains("default-src 'none'")
                .doesNotContain("unsafe", "http://", "https://", "url(", "@import", " style=");
        Matcher code = CODE.matcher(html);
        List<String> hashes = new ArrayList<>();
        while (code.find()) {
            String body = code.group().replaceAll("^<[a-z]+>|</[a-z]+>$", "");
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
            hashes.add("-src 'sha256-" + Base64.getEncoder().encodeToString(digest) + "'");
        }
        assertThat(hashes).hasSize(2).allSatisfy(hash -> assertThat(html).contains(hash));
    }

    @Test
    void saysWhatIsOpenInWords() throws Exception {
        String text = parsed(HtmlReport.render(Reports.plain())).getTextContent();

        assertThat(text)
                .contains("Not enough evidence: about 44,000 rows would decide; 20,000 were looked at.")
                .contains("Not enough evidence: no sample can decide this")
                .contains("Could not be measured: the account may not read crm.accounts.")
                .contains("The pilot leaves this gate out; nobody judged it.")
                .contains("2,412 of 20,000 rows (12.1%)")
                .contains("id 4711: email N/A not in the set")
                .contains("must fall by 27.5 minutes (64.7%)")
                .doesNotContain("UNDETERMINED", "NO_ANSWER");
    }

    @Test
    void showsWhatMatchedRowsSayAboutEachOther() throws Exception {
        String text =
                parsed(HtmlReport.render(Reports.plain())).getTextContent().replaceAll("\\s+", " ");

        assertThat(text)
                .containsOnlyOnce("What matched rows say about each other")
                .contains("In 16,900 of 17,100 matched rows helpdesk.tickets.created_at is 2 hours later than"
                        + " crm.contacts.created. It may be a local clock's time.")
                .contains("phone10,00090%4%6%")
                .contains("The tables are large.");
    }

    @Test
    void isReadableByAssistiveSoftware() throws Exception {
        for (RunReport report : List.of(Reports.plain(), Reports.empty(), Reports.with(Hostile.ALL))) {
            Element page = parsed(HtmlReport.render(report));
            int before = 0;
            Set<String> ids = new HashSet<>();
            for (Element element : all(page)) {
                if (element.getTagName().matches("h[1-6]")) {
                    int level = element.getTagName().charAt(1) - '0';
                    assertThat(level).as(element.getTextContent()).isLessThanOrEqualTo(before + 1);
                    before = level;
                }
                if (element.getTagName().equals("th")) {
                    assertThat(element.getAttribute("scope")).isIn("row", "col");
                }
                if (element.hasAttribute("id")) {
                    assertThat(ids.add(element.getAttribute("id")))
                            .as(element.getAttribute("id"))
                            .isTrue();
                }
            }
            assertThat(elements(page, "h1")).hasSize(1);
            assertThat(elements(page, "main")).hasSize(1);
            assertThat(elements(page, "a")).allSatisfy(link -> assertThat(ids)
                    .contains(link.getAttribute("href").substring(1)));
        }
    }

    @Test
    void rendersARunThatSawNothing() throws Exception {
        assertThat(parsed(HtmlReport.render(Reports.empty())).getTextContent())
                .contains("Not enough evidence", "Nothing was found", "No table was read", "not judged");
    }

    @Test
    void staysUnderTwoMegabytesForThirtyTablesOfTwentyColumns() {
        assertThat(HtmlReport.render(Reports.large(30, 20)).getBytes(StandardCharsets.UTF_8).length)
                .isLessThan(2_000_000);
    }

    @Test
    void rendersThreeHundredTables() throws Exception {
        Element page = parsed(HtmlReport.render(Reports.large(300, 20)));

        assertThat(elements(page, "details").stream()
                        .filter(details -> details.getAttribute("class").equals("table")))
                .hasSize(300);
    }

    @Test
    void cutsLongValuesButNotNames() throws Exception {
        String text = parsed(HtmlReport.render(Reports.with(Hostile.LONG))).getTextContent();

        assertThat(text).contains("tickets" + Hostile.LONG).doesNotContain("N/A" + Hostile.LONG);
    }

    /** The templates are written so that, without style and script, the page is XML too: any slip shows. */
    private static Element parsed(String html) throws Exception {
        DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        String markup = CODE.matcher(html).replaceAll("<$1></$1>");
        return builder.parse(new InputSource(new StringReader(markup))).getDocumentElement();
    }

    private static List<Element> all(Element page) {
        return elements(page, "*");
    }

    private static List<Element> elements(Element page, String name) {
        NodeList nodes = page.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }
}
