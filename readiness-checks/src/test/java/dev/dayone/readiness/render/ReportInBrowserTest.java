package dev.dayone.readiness.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import dev.dayone.pilot.report.RunReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** The report in a real, headless Chromium, opened as a file. Screenshots are left in {@code target/screenshots}. */
final class ReportInBrowserTest {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static @Nullable Playwright playwright;
    private static @Nullable Browser browser;

    @TempDir
    private Path folder = Path.of("");

    private final List<String> asked = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    @BeforeEach
    void startsTheBrowser(TestInfo test) {
        if (browser == null) {
            Optional<Path> chromium = Chromium.installed();
            Assumptions.assumeTrue(
                    chromium.isPresent(),
                    test.getDisplayName() + " needs a Chromium: 'apt-get install chromium' on Debian, or name one in "
                            + Chromium.VARIABLE);
            playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(chromium.orElseThrow())
                            .setChromiumSandbox(false));
        }
    }

    @AfterEach
    void askedNobodyForAnythingAndRanWithoutComplaint() {
        assertThat(asked).allMatch(url -> url.startsWith("file:"));
        assertThat(complaints).isEmpty();
        if (browser != null) {
            browser.contexts().forEach(BrowserContext::close);
        }
    }

    @AfterAll
    static void stopsTheBrowser() {
        if (playwright != null) {
            playwright.close();
        }
    }

    @Test
    void hasNothingThatKeepsPeopleOutInLight() {
        Page page = open(Reports.plain(), 1280, ColorScheme.LIGHT);

        assertThat(barriers(page)).isEmpty();
        picture(page, "light");
    }

    @Test
    void hasNothingThatKeepsPeopleOutInTheDark() {
        Page page = open(Reports.plain(), 1280, ColorScheme.DARK);

        assertThat(barriers(page)).isEmpty();
        picture(page, "dark");
    }

    @Test
    void fitsAPhoneWithoutScrollingSideways() {
        Page page = open(Reports.plain(), 390, ColorScheme.LIGHT);

        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
        assertThat(barriers(page)).isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
        picture(page, "phone");
    }

    @Test
    void showsAContactNamedScriptAsTextAndRunsNothingOfIt() {
        Page page = open(Reports.with("<script>window.ran = 1</script><img src=x onerror='window.ran = 2'>"), 1280);

        assertThat(page.evaluate("window.ran")).isNull();
        assertThat(page.textContent("h1 ~ *, .kicker")).contains("<script>window.ran = 1</script>");
    }

    @Test
    void filtersColumnsWithTheirCards() {
        Page page = open(Reports.plain(), 1280);
        int all = visible(page, ".columns tbody tr[id]");

        page.fill("#tables input[type=search]", "tickets created_at");
        page.waitForCondition(() -> visible(page, ".columns tbody tr[id]") == 1);

        assertThat(page.textContent("#tables [role=status]")).startsWith("1 of ");
        assertThat(visible(page, ".columns tr.more")).isEqualTo(1);
        page.fill("#tables input[type=search]", "");
        page.waitForCondition(() -> visible(page, ".columns tbody tr[id]") == all);
    }

    @Test
    void searchesTheWholePageFromTheKeyboard() {
        Page page = open(Reports.plain(), 1280);
        int findings = visible(page, FINDINGS);
        int checks = visible(page, "#checks tbody tr");
        assertThat(page.isVisible("#sources")).isTrue();

        page.keyboard().press("/");
        page.keyboard().type("tickets CREATED_AT");
        page.waitForCondition(() -> !page.isVisible("#sources"));

        String found = page.textContent("#search [role=status]");
        assertThat(found)
                .isEqualTo(Stream.of(
                                count(visible(page, FINDINGS), "finding"),
                                count(visible(page, "#links article.link"), "link"),
                                count(visible(page, "#metrics article.metric"), "metric"),
                                count(visible(page, "#checks tbody tr"), "check"),
                                count(visible(page, ".columns tbody tr[id]"), "column"))
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining(", ")));
        assertThat(found).endsWith("1 column");
        assertThat(visible(page, "#tables details[open]")).isEqualTo(1);
        assertThat(visible(page, FINDINGS)).isLessThan(findings);
        picture(page, "search");

        page.keyboard().press("Escape");
        page.waitForCondition(() -> page.isVisible("#sources"));
        assertThat(page.inputValue("#search input")).isEmpty();
        assertThat(visible(page, FINDINGS)).isEqualTo(findings);
        assertThat(visible(page, "#checks tbody tr")).isEqualTo(checks);
        assertThat(visible(page, "#tables details[open]")).isZero();

        page.fill("#search input", "tickets created_at");
        page.waitForCondition(() -> !page.isVisible("#sources"));
        assertThat(barriers(page)).isEmpty();
    }

    @Test
    void saysThatNothingWasFoundAndLeavesASearchByALink() {
        Page page = open(Reports.plain(), 1280);

        page.fill("#search input", "no such thing");
        page.waitForCondition(() -> page.textContent("#search [role=status]").equals("nothing found"));
        assertThat(visible(page, "main > section")).isZero();
        assertThat(barriers(page)).isEmpty();

        page.click("nav a[href='#gates']");
        page.waitForCondition(() -> page.isVisible("#gates"));
        assertThat(page.inputValue("#search input")).isEmpty();
    }

    @Test
    void aSearchIsNotPrinted() {
        Page page = open(Reports.plain(), 1280);
        page.fill("#search input", "no such thing");
        page.waitForCondition(() -> !page.isVisible("#gates"));

        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

        assertThat(page.isVisible("#search")).isFalse();
        assertThat(page.isVisible("#gates")).isTrue();
        assertThat(visible(page, FINDINGS)).isPositive();
    }

    private static final String FINDINGS = "#findings .findings > li, #other-findings tbody tr";

    private static Optional<String> count(int number, String noun) {
        return number == 0 ? Optional.empty() : Optional.of(number + " " + noun + (number == 1 ? "" : "s"));
    }

    @Test
    void opensTheTableThatALinkLeadsInto() {
        Page page = open(Reports.plain(), 1280);
        assertThat(page.isVisible("#t1 .columns")).isFalse();

        page.click("#mess .heat tbody th a >> nth=0");
        page.waitForCondition(() -> page.isVisible("#t1 .columns"));

        page.click("#flow a.n >> nth=0");
        assertThat(page.url()).endsWith("#how-flow");
    }

    @Test
    void leadsFromTheHeatMapToTheFinding() {
        Page page = open(Reports.plain(), 1280);
        String target = page.getAttribute("#mess .heat td a >> nth=0", "href");

        page.click("#mess .heat td a >> nth=0");

        assertThat(page.isVisible(target)).isTrue();
    }

    @Test
    void isUsedByKeyboardAlone() {
        Page page = open(Reports.plain(), 1280);

        page.keyboard().press("Tab");
        assertThat(page.evaluate("document.activeElement.className")).isEqualTo("skip");
        page.keyboard().press("Enter");
        assertThat(page.url()).endsWith("#main");
        page.focus("#tables .sort >> nth=1");
        page.keyboard().press("Enter");
        assertThat(page.getAttribute("#tables thead th >> nth=1", "aria-sort")).isEqualTo("descending");
    }

    @Test
    void isReadableOnPaper() {
        Page page = open(Reports.plain(), 1280);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

        assertThat(page.isVisible("nav")).isFalse();
        assertThat(page.isVisible("h1")).isTrue();
        assertThat(page.pdf().length).isGreaterThan(10_000);
        picture(page, "paper");
    }

    @Test
    void opensThreeHundredTables() {
        RunReport large = Reports.large(300, 20);
        long begun = System.nanoTime();
        Page page = open(large, 1280);
        long millis = (System.nanoTime() - begun) / 1_000_000;

        assertThat(page.locator("details.table").count()).isEqualTo(300);
        // A figure for benchmarks/page, not a judgement: machines differ.
        System.out.printf("300 tables of 20 columns: written and opened in %d ms, %s%n", millis, timing(page));
    }

    private static Object timing(Page page) {
        return page.evaluate("(() => { const t = performance.getEntriesByType('navigation')[0];"
                + " return 'ready after ' + Math.round(t.domContentLoadedEventEnd) + ' ms, loaded after '"
                + " + Math.round(t.loadEventEnd) + ' ms'; })()");
    }

    private Page open(RunReport report, int width) {
        return open(report, width, ColorScheme.LIGHT);
    }

    private Page open(RunReport report, int width, ColorScheme colours) {
        Browser opened = browser;
        if (opened == null) {
            throw new IllegalStateException("the browser is not started");
        }
        Path file = folder.resolve("report.html");
        try {
            Files.writeString(file, HtmlReport.render(report));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Page page = opened.newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, 900)
                        .setColorScheme(colours))
                .newPage();
        page.onRequest(request -> asked.add(request.url()));
        page.onConsoleMessage(message -> complaints.add(message.text()));
        page.onPageError(complaints::add);
        page.navigate(file.toUri().toString());
        return page;
    }

    /** What axe-core finds serious or critical, with all that can be opened open. */
    private static List<String> barriers(Page page) {
        page.evaluate("document.querySelectorAll('details').forEach(details => details.open = true)");
        List<Rule> found = new AxeBuilder(page).analyze().getViolations();
        return found.stream()
                .filter(rule -> Stream.of("serious", "critical").anyMatch(rule.getImpact()::equals))
                .map(rule -> rule.getId() + ": " + rule.getHelp() + " at "
                        + rule.getNodes().stream()
                                .limit(3)
                                .map(node -> node.getHtml() + " " + node.getFailureSummary())
                                .toList())
                .toList();
    }

    private static int visible(Page page, String selector) {
        return ((Number) page.evaluate(
                        "selector => [...document.querySelectorAll(selector)].filter(e => e.checkVisibility()).length",
                        selector))
                .intValue();
    }

    private static void picture(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions().setFullPage(true).setPath(SCREENSHOTS.resolve("report-" + name + ".png")));
    }
}
