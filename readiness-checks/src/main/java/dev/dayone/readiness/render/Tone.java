package dev.dayone.readiness.render;

import java.util.Locale;

/** How an answer feels: the colour and the sign that stand beside its word. */
enum Tone {
    GOOD("✓"),
    BAD("✗"),
    UNSURE("?"),
    WARN("!"),
    NONE("–");

    private final String sign;

    Tone(String sign) {
        this.sign = sign;
    }

    String sign() {
        return sign;
    }

    /** The name in style sheets. */
    public String css() {
        return name().toLowerCase(Locale.ROOT);
    }
}
