package dev.dayone.readiness.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dayone.pilot.TableSelection;
import dev.dayone.pilot.report.ColumnProfile;
import dev.dayone.pilot.report.Visibility;
import dev.dayone.pilot.snapshot.ColumnInfo;
import dev.dayone.pilot.snapshot.ColumnType;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    @Test
    void knowsBase64OfAnyBytesAndNoWordsForIt() {
        Random random = new Random(7);
        for (int length = 12; length < 1500; length += 1 + length / 10) {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);
            String lines = Base64.getMimeEncoder().encodeToString(bytes);
            assertThat(TextKinds.of(lines)).as(lines).isIn(length < 48 ? signed(lines) : List.of(TextKind.BASE64));
            String sentence = "The customer called about order %d, we sent the papers. ".formatted(length);
            byte[] words = sentence.repeat(1 + length / 60).getBytes(StandardCharsets.UTF_8);
            assertThat(TextKinds.of(Base64.getEncoder().encodeToString(words))).isEqualTo(TextKind.BASE64);
            assertThat(TextKinds.of(HexFormat.of().formatHex(bytes))).isNotEqualTo(TextKind.BASE64);
            assertThat(TextKinds.of("Customer/Order_".repeat(1 + length / 10))).isEqualTo(TextKind.TEXT);
        }
    }

    /** Short base64 without padding or a mark may be any code. */
    private static List<TextKind> signed(String text) {
        boolean signed = text.endsWith("=") || text.contains("+") || text.contains("/");
        return signed ? List.of(TextKind.BASE64) : List.of(TextKind.BASE64, TextKind.TEXT);
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
        "SGVsbG8sIHdvcmxkIQ==, BASE64",
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==, BASE64",
        "SGVsbG8, TEXT",
        "SGVsbG8sIHdvcmxkIQ=, TEXT",
        "CustomerAddressLine2, TEXT",
        "src/Main/Java/App/V2, TEXT",
        "/Sales/EMEA/2024Q3/X, TEXT",
        "Ab12/Cd34/Ef56/Gh78x, TEXT",
        "0015g00000XyZAbAAN, TEXT",
        "B7e9Kq2LmX4pZr8TnV1cWs6Y, TEXT",
        "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08, TEXT",
        "da39a3ee5e6b4b0d3255bfef95601890afd80709, TEXT",
        "INTERNATIONAL/CUSTOMER/RELATIONS, TEXT",
        "DonaudampfschifffahrtsgesellschaftsKapitaen2, TEXT",
        "' ', BLANK",
        "N/A, TEXT",
        "-, TEXT",
        "DE89 3704 0044 0532 0130 01, SENTENCE",
        "GB82WEST12345698765432, IBAN",
        "4111111111111111, CARD",
        "4111 1111 1111 1111, CARD",
        "4111111111111112, INTEGER",
        "2024000000000001, INTEGER",
        "44051401359, PERSON_NUMBER",
        "10000000146, PERSON_NUMBER",
        "86095742719, PERSON_NUMBER",
        "93051822361, PERSON_NUMBER",
        "52998224725, PERSON_NUMBER",
        "500100732259, PERSON_NUMBER",
        "255081416802538, PERSON_NUMBER",
        "12345678901, INTEGER",
        "12345678Z, PERSON_CODE",
        "X1234567L, PERSON_CODE",
        "RSSMRA85T10A562S, PERSON_CODE",
        "12345678A, TEXT",
        "Anna, GIVEN_NAME",
        "анна, TEXT",
        "Анна, GIVEN_NAME",
        "Open, TEXT",
        "10.20.300.4, TEXT",
        "1.2.3, TEXT"
    })
    void tellsWhatATextHolds(String text, TextKind kind) {
        assertThat(TextKinds.of(text)).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "contacts, email, true",
        "contacts, PrimaryEmail, true",
        "contacts, work_phone, true",
        "contacts, name, true",
        "contacts, first_name, true",
        "contacts, lastName, true",
        "accounts, name, false",
        "accounts, owner_name, true",
        "products, product_name, false",
        "files, filename, false",
        "users, username_count, false",
        "users, email_verified, false",
        "users, email_id, false",
        "tickets, status, false",
        "tickets, hostname, false",
        "contacts, company_name, false",
        "whatever, name, true",
        "x, mailing_list_type, false",
        "tickets, requester_name, true",
        "contacts, billing_address, true",
        "contacts, iban, true"
    })
    void readsNamesWordByWord(String table, String column, boolean personal) {
        assertThat(NameRule.personal(table, column, ColumnType.STRING) != null).isEqualTo(personal);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "e_mail_1",
                "cust_ph",
                "fname",
                "LName",
                "dob",
                "homephone",
                "custEmail",
                "mobileNo",
                "addr2",
                "email1",
                "Vorname",
                "nachname",
                "Geburtsdatum",
                "telefon_privat",
                "Rufnummer",
                "anschrift",
                "Strasse",
                "geb_geburtsort",
                "prenom",
                "prénom",
                "nom",
                "nom_client",
                "courriel",
                "adresse",
                "date_naissance",
                "téléphone",
                "apellidos",
                "nombre",
                "teléfono",
                "movil",
                "direccion",
                "fecha_nacimiento",
                "correo",
                "DNI",
                "nome",
                "cognome",
                "indirizzo",
                "cellulare",
                "data_nascita",
                "codiceFiscale",
                "voornaam",
                "achternaam",
                "geboortedatum",
                "telefoonnummer",
                "emailadres",
                "BSN",
                "imie",
                "imię",
                "nazwisko",
                "adres",
                "PESEL",
                "data_urodzenia",
                "sobrenome",
                "endereco",
                "endereço",
                "telemóvel",
                "nascimento",
                "CPF",
                "ФИО",
                "имя",
                "фамилия",
                "телефон",
                "адрес",
                "дата_рождения",
                "ИНН",
                "телефон_мобильный",
                "soyadı",
                "cep_telefonu",
                "eposta",
                "dogum_tarihi",
                "adres_satiri",
                "TCKN"
            })
    void knowsThePersonalNamesOfSeveralLanguages(String column) {
        assertThat(NameRule.personal("t", column, ColumnType.STRING)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id",
                "uuid",
                "sku",
                "status",
                "priority",
                "created_at",
                "version",
                "email_count",
                "phone_verified",
                "is_mobile",
                "product_name",
                "nombre_producto",
                "nom_produit",
                "naam_bedrijf",
                "microphone",
                "iphone_model_id",
                "app_version",
                "mobile_app_version",
                "ip_count",
                "channel",
                "category_name",
                "team_name",
                "queue",
                "amount",
                "currency",
                "country",
                "language",
                "sla_minutes",
                "closed_reason",
                "mail_server",
                "telefonie_typ_id",
                "plan_name",
                "birth_year_flag",
                "addressed_by_id",
                "tax_rate",
                "stage",
                "source",
                "score",
                "carrier",
                "viability",
                "nasdaq_code"
            })
    void leavesTechnicalNamesAlone(String column) {
        assertThat(NameRule.personal("tickets", column, ColumnType.STRING)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "'call 0151 2345678 back', true",
        "'ring +49 (30) 1234567', true",
        "'(555) 123-4567 after six', true",
        "'paid from DE89 3704 0044 0532 0130 00', true",
        "'card 4111-1111-1111-1111 ok', true",
        "'mailto:anna%40x.org', true",
        "'see anna@x.org', true",
        "'released 2024-01-31 10:00', false",
        "'order 2024-000123', false",
        "'version 10.2.300', false",
        "'invoice 100200300400500', false",
        "'SKU-10-2000-300', false"
    })
    void findsPersonalValuesWithinTexts(String text, boolean personal) {
        assertThat(PersonalText.within(text)).isEqualTo(personal);
    }

    @Test
    void decidesByContentWhereTheNameIsHarmless() {
        assertThat(decided(signals(0, 0, 0.02, 0, 0, 0, 0, 0))).isEqualTo(Visibility.PERSONAL);
        assertThat(decided(signals(0, 0, 0, 0.4, 0, 0, 0, 0))).isEqualTo(Visibility.PERSONAL);
        assertThat(decided(signals(0, 0, 0, 0, 0.6, 0, 0, 0))).isEqualTo(Visibility.PERSONAL);
        assertThat(decided(signals(0, 0, 0, 0, 0, 0, 0, 0.6))).isEqualTo(Visibility.PERSONAL);
        assertThat(decided(signals(0, 0, 0, 0.1, 0.1, 0, 0.1, 0.1))).isEqualTo(Visibility.SHOWN);
        assertThat(decided(signals(0, 0, 0, 0, 0, 0.9, 0, 0))).isEqualTo(Visibility.PERSONAL);
        assertThat(new VisibilityRule("hosts", TableSelection.DEFAULT)
                        .decide(text("driver_version"), profile(100, 50), signals(0, 0, 0, 0, 0, 0.9, 0, 0))
                        .visibility())
                .isEqualTo(Visibility.SHOWN);
    }

    @Test
    void aFewValuesAreAListToChooseFromOnlyWhereTheyComeAgain() {
        ContentSignals written = new ContentSignals(0, 0, 0, 0, 0, 0, 0, 0, 0.9);
        VisibilityRule rule = new VisibilityRule("t", TableSelection.DEFAULT);
        assertThat(rule.decide(text("reason"), profile(1000, 8), written).visibility())
                .isEqualTo(Visibility.SHOWN);
        assertThat(rule.decide(text("reason"), profile(20, 20), written).visibility())
                .isEqualTo(Visibility.FREE_TEXT);
    }

    @Test
    void numbersThatAreCardsAreHiddenWhateverTheirColumnIsCalled() {
        ColumnInfo column = new ColumnInfo("ref", "bigint", ColumnType.BIGINT, true);
        VisibilityRule rule = new VisibilityRule("t", TableSelection.DEFAULT);
        assertThat(rule.decide(column, numbers("4111111111111111", "5555555555554444"), ContentSignals.NONE)
                        .visibility())
                .isEqualTo(Visibility.PERSONAL);
        assertThat(rule.decide(column, numbers("20240000000001", "20240000000002"), ContentSignals.NONE)
                        .visibility())
                .isEqualTo(Visibility.SHOWN);
    }

    private static Visibility decided(ContentSignals signals) {
        return new VisibilityRule("t", TableSelection.DEFAULT)
                .decide(text("x1"), profile(100, 50), signals)
                .visibility();
    }

    private static ContentSignals signals(double... shares) {
        return new ContentSignals(
                shares[0], shares[1], shares[2], shares[3], shares[4], shares[5], shares[6], shares[7], 0);
    }

    private static ColumnInfo text(String name) {
        return new ColumnInfo(name, "text", ColumnType.STRING, true);
    }

    private static ColumnProfile profile(long rows, long distinct) {
        return new ColumnProfile(
                rows, 0, 0, distinct, true, null, null, null, null, null, null, null, null, null, null, null, List.of(),
                List.of(), List.of());
    }

    private static ColumnProfile numbers(String min, String max) {
        return new ColumnProfile(
                2, 0, 0, 2, true, min, max, null, null, null, null, null, null, null, null, null, List.of(), List.of(),
                List.of());
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
