package dev.dayone.readiness.render;

/** Text that somebody might put into a database to get at whoever reads the report. */
final class Hostile {
    static final String TAGS =
            "<script>alert(1)</script>\"'><img src=x onerror=alert(2)> ]]> &amp; {{ 7*7 }} {% raw %}";
    static final String MARKDOWN = " | `x` **b** [a](https://evil.example) http://evil.example www.evil.example @all"
            + " <b>\n# heading\r\n| a | b |\n- item $x$ ~~s~~ ![i](y) \\";
    static final String CONTROLS =
            " \u001B[31mred\u001B]8;;https://evil.example\u0007 \u0000\b\u007F\u009B2J \u202Etxet\u2066"
                    + "\u200E\uFEFF\uD800 \uFFFF \u2028x\u2029\u0085\t";
    static final String SCRIPTS = " 漢字かな한글 العربية עברית 👩‍👩‍👧 é é ＦＵＬＬ";
    static final String LONG = " " + "a_very_long_name_without_any_blank".repeat(60);

    static final String ALL = TAGS + MARKDOWN + CONTROLS + SCRIPTS;

    private Hostile() {}
}
