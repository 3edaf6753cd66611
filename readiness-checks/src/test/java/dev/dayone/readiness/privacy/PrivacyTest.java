package dev.dayone.readiness.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dayone.pilot.snapshot.ColumnType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrivacyTest {
    @ParameterizedTest
    @CsvSource({
        "anna@x.org, aaaa@a.aaa",
        "+49 151 23456789, +99 999 999999+",
        "ABCDEFGHIJ-1, aaaaaa+-9",
        "Анна Müller, aaaa aaaaaa",
        "'', ''"
    })
    void shapesKeepTheFormAndNothingElse(String text, String shape) {
        assertThat(Shape.of(text)).isEqualTo(shape);
    }

    @Test
    void shapesAreShort() {
        assertThat(Shape.of("a-".repeat(100))).hasSize(41).endsWith("…");
        assertThat(Shape.of("x".repeat(1000))).isEqualTo("aaaaaa+");
    }

    @ParameterizedTest
    @CsvSource({
        "42, INTEGER",
        "-42, INTEGER",
        "042, INTEGER",
        "4.20, DECIMAL",
        "'1,234.50', DECIMAL",
        "true, BOOLEAN",
        "No, BOOLEAN",
        "2024-01-31, DATE",
        "31.01.2024, DATE",
        "01/31/2024, DATE",
        "2024-01-31 10:00:00, TIMESTAMP",
        "2024-01-31T10:00:00.123Z, TIMESTAMP",
        "a.b+c@x-y.co.uk, EMAIL",
        "a@b, TEXT",
        "+49 (151) 234-5678, PHONE",
        "0151 2345678, PHONE",
        "2024-000123, TEXT",
        "192.168.0.1, IP",
        "https://x.org/a?b=c, URL",
        "123e4567-e89b-12d3-a456-426614174000, UUID",
        "'{\"a\": 1}', JSON",
        "<p>hello</p>, HTML",
        "DE89 3704 0044 0532 0130 00, IBAN",
        "Anna Müller, PERSON",
        "'Müller, Anna', PERSON",
        "Closed Won, TEXT",
        "Acme Corp, TEXT",
        "we will call you back soon, SENTENCE",
        "' ', BLANK",
        "N/A, TEXT",
        "-, TEXT",
        "1.2.3, TEXT"
    })
    void tellsWhatATextHolds(String text, TextKind kind) {
        assertThat(TextKinds.of(text)).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "contacts, email, true", "contacts, PrimaryEmail, true", "contacts, work_phone, true", "contacts, name, true",
        "contacts, first_name, true", "contacts, lastName, true", "accounts, name, false", "accounts, owner_name, true",
        "products, product_name, false", "files, filename, false", "users, username_count, false",
                "users, email_verified, false",
        "users, email_id, false", "tickets, status, false", "tickets, hostname, false", "contacts, Geburtsdatum, true",
        "contacts, имя, true", "contacts, telefon_privat, true", "contacts, iban, true",
                "contacts, billing_address, true",
        "contacts, company_name, false", "whatever, name, true", "x, mailing_list_type, false",
                "tickets, requester_name, true"
    })
    void readsNamesWordByWord(String table, String column, boolean personal) {
        assertThat(NameRule.personal(table, column, ColumnType.STRING) != null).isEqualTo(personal);
    }

    @Test
    void hidesPhonesAndBirthDatesOfAnyTypeButNotNumbersThatCount() {
        assertThat(NameRule.personal("c", "phone", ColumnType.BIGINT)).isNotNull();
        assertThat(NameRule.personal("c", "birth_date", ColumnType.DATE)).isNotNull();
        assertThat(NameRule.personal("c", "email", ColumnType.BIGINT)).isNull();
        assertThat(NameRule.personal("c", "email_sent_at", ColumnType.TIMESTAMP))
                .isNull();
        assertThat(NameRule.personal("c", "phone_verified", ColumnType.BOOLEAN)).isNull();
    }
}
