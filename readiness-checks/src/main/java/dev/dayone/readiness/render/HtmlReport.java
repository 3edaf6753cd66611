package dev.dayone.readiness.render;

import dev.dayone.pilot.report.RunReport;
import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/**
 * The page that people open: one file that asks for nothing else. Its content security policy allows the style and the
 * script that dayone puts in, by their hash, and nothing more; so even a value that slipped through the escaping could
 * not run.
 */
final class HtmlReport {
    private static final String FOLDER = "dev/dayone/readiness/render/";
    private static final String STYLE = resource("report.css");
    private static final String SCRIPT = resource("report.js");
    private static final PebbleEngine TEMPLATES = templates();

    private HtmlReport() {}

    static String render(RunReport report) {
        return page("report", PageView.of(report));
    }

    /** A page by its template, with the style and the script of all. */
    static String page(String template, Object page) {
        StringWriter html = new StringWriter();
        try {
            TEMPLATES
                    .getTemplate(template)
                    .evaluate(
                            html,
                            Map.of(
                                    "page", page,
                                    "style", STYLE,
                                    "script", SCRIPT,
                                    "styleHash", hash(STYLE),
                                    "scriptHash", hash(SCRIPT)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return html.toString();
    }

    /** Text for HTML, in an element or in a quoted attribute. */
    static String escaped(String text) {
        return PlainText.spaced(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static PebbleEngine templates() {
        ClasspathLoader loader = new ClasspathLoader(HtmlReport.class.getClassLoader());
        loader.setPrefix(FOLDER);
        loader.setSuffix(".peb");
        return new PebbleEngine.Builder()
                .loader(loader)
                .strictVariables(true)
                .addEscapingStrategy("page", HtmlReport::escaped)
                .defaultEscapingStrategy("page")
                .build();
    }

    private static String resource(String name) {
        try (InputStream in = HtmlReport.class.getClassLoader().getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("Cannot find '" + FOLDER + name + "' among the resources");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
