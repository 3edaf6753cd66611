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
    /** Digits that are a payment card's. */
    CARD,
    /** Digits that are a person's number. */
    PERSON_NUMBER,
    /** Letters and digits that are a person's number. */
    PERSON_CODE,
    IP,
    URL,
    UUID,
    JSON,
    HTML,
    BASE64,
    /** Looks like a person's name. */
    PERSON,
    /** A common given name. */
    GIVEN_NAME,
    /** Five words or more. */
    SENTENCE,
    TEXT;

    /** The name in a profile; what is only text there is told apart for privacy alone. */
    public String label() {
        return switch (this) {
            case PERSON, PERSON_CODE, GIVEN_NAME, SENTENCE, BLANK -> TEXT.label();
            case CARD, PERSON_NUMBER -> INTEGER.label();
            default -> name().toLowerCase(Locale.ROOT);
        };
    }

    /** A small number that stands for the kind within one version of dayone. */
    @SuppressWarnings("EnumOrdinal")
    public byte tag() {
        return (byte) ordinal();
    }

    /** Whether a value of this kind is never shown, whatever its column is. */
    public boolean neverShown() {
        return switch (this) {
            case EMAIL, IBAN, PHONE, CARD, PERSON, PERSON_CODE, JSON, HTML, BASE64 -> true;
            default -> false;
        };
    }
}
