package dev.dayone.readiness.privacy;

import java.util.Locale;

/** What one text really holds. */
public enum TextKind {
    BLANK,
    INTEGER,
    DECIMAL,
    BOOLEAN,
    DATE,
    TIMESTAMP,
    EMAIL,
    PHONE,
    IBAN,
    IP,
    URL,
    UUID,
    JSON,
    HTML,
    /** Looks like a person's name. */
    PERSON,
    /** Five words or more. */
    SENTENCE,
    TEXT;

    /** The name in a profile; what is only text there is told apart for privacy alone. */
    public String label() {
        return this == PERSON || this == SENTENCE || this == BLANK ? TEXT.label() : name().toLowerCase(Locale.ROOT);
    }

    /** A small number that stands for the kind within one version of dayone. */
    @SuppressWarnings("EnumOrdinal")
    public byte tag() {
        return (byte) ordinal();
    }

    /** Whether a value of this kind is never shown, whatever its column is. */
    public boolean neverShown() {
        return this == EMAIL || this == IBAN || this == PHONE;
    }
}
