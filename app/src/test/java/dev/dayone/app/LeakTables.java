package dev.dayone.app;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** The tables of the leak test, and a pilot that asks everything of them that could bring a value to light. */
final class LeakTables {
    static final String[] SCHEMA = {
        """
        CREATE TABLE contacts (id bigint PRIMARY KEY, name text, email text, phone text, iban text, card bigint,
            closed boolean)""",
        // Harmless names, and values among others that are harmless.
        """
        CREATE TABLE facts (id bigint PRIMARY KEY, x1 text, x2 text, x3 text, x4 text, x5 text, label text, ref text,
            ref_no bigint, attributes jsonb, amount_text text)""",
        "CREATE TABLE tickets (id bigint PRIMARY KEY, contact_email text, subject text, body text, status text)",
        // Personal values are keys: they go into cursors and link look-ups.
        "CREATE TABLE subscriptions (email text PRIMARY KEY, iban text, plan text)",
        "CREATE TABLE few (id bigint PRIMARY KEY, info text, who text)"
    };

    static final String PILOT = """
        pilot: leak
        description: Whether personal values come to light
        sources:
          crm:
            connector: postgresql
            parameters: {host: localhost, port: %d, database: postgres, username: reader, password: "{{file:password.txt}}"}
            limits: {rowsPerSecond: %d}
            tables:
              contacts: {sample: {method: all}, hash: [iban]}
              facts: {sample: {method: all}}
              tickets: {sample: {method: random, rows: 100}}
              subscriptions: {}
              few: {sample: {method: all}}
        flow:
          start: crm.tickets
          links:
            - {from: crm.tickets.contact_email, to: crm.contacts.email, coverage: 0.99, unique: true}
            - {from: crm.tickets.contact_email, to: crm.subscriptions.email, coverage: 0.99}
        needs: {crm.contacts: [email, phone]}
        checks:
          crm.contacts:
            - {type: expect_column_values_to_match_regex, kwargs: {column: email, regex: "@nowhere"}, severity: blocker}
            - {type: expect_column_values_to_be_in_set, kwargs: {column: name, value_set: [nobody]}}
            - {type: expect_column_values_to_be_between, kwargs: {column: card, max_value: 5}}
            - {type: expect_column_mean_to_be_between, kwargs: {column: card, max_value: 5, row_condition: "id = 1"}}
            - {type: expect_column_value_lengths_to_be_between, kwargs: {column: phone, max_value: 3}}
            - {type: expect_column_values_to_be_in_set, kwargs: {column: id, value_set: [nobody]}}
            - {type: expect_column_pair_values_a_to_be_greater_than_b, kwargs: {column_A: email, column_B: name}}
            - {type: expect_column_values_to_be_of_type, kwargs: {column: email, type_: LongType}}
            - {type: expect_column_values_to_not_be_null, kwargs: {column: closed, row_condition: "CAST(email AS INT) / 0 > 1"}}
            - {type: expect_column_values_to_not_be_null, kwargs: {column: closed, row_condition: "to_timestamp(email, 'yyyy') > 0"}}
          crm.facts:
            - {type: expect_column_values_to_be_unique, kwargs: {column: label}}
            - {type: expect_column_values_to_not_match_regex, kwargs: {column: x1, regex: "."}}
            - {type: expect_column_values_to_not_match_regex, kwargs: {column: x2, regex: "."}}
            - {type: expect_column_values_to_not_match_regex, kwargs: {column: x3, regex: "."}}
            - {type: expect_column_values_to_not_match_regex, kwargs: {column: x4, regex: "."}}
            - {type: expect_column_values_to_not_match_regex, kwargs: {column: x5, regex: "."}}
            - {type: expect_column_values_to_not_match_regex, kwargs: {column: label, regex: "."}}
            - {type: expect_column_values_to_not_match_regex, kwargs: {column: ref, regex: "."}}
            - {type: expect_column_values_to_be_between, kwargs: {column: ref_no, max_value: 5}}
            - {type: expect_column_values_to_not_match_regex, kwargs: {column: attributes, regex: "."}}
            - {type: expect_column_values_to_not_match_regex, kwargs: {column: amount_text, regex: "."}}
          crm.few:
            - {type: expect_column_values_to_not_match_regex, kwargs: {column: info, regex: "."}}
            - {type: expect_column_values_to_not_match_regex, kwargs: {column: who, regex: "."}}
        metrics:
          - {name: raw text, sql: "SELECT max(email) FROM crm.contacts", target: {atMost: 1}}
          - {name: raw number, sql: "SELECT max(card) FROM crm.contacts", target: {atMost: 1}}
          - {name: raw cast, sql: "SELECT max(CAST(email AS DOUBLE)) FROM crm.contacts", target: {atMost: 1}}
          - {name: harmless name, sql: "SELECT max(ref_no) FROM crm.facts", target: {atMost: 1}}
          - {name: wrong format, sql: "SELECT count(to_timestamp(email, 'yyyy-MM-dd')) FROM crm.contacts", target: {atMost: 1}}
          - {name: wrong number, sql: "SELECT count(to_number(phone, '999')) FROM crm.contacts", target: {atMost: 1}}
          - {name: wrong json, sql: "SELECT count(from_json(email, 'a INT', map('mode', 'FAILFAST'))) FROM crm.contacts", target: {atMost: 1}}
          - {name: wrong key, sql: "SELECT count(aes_decrypt(email, '0000111122223333')) FROM crm.contacts", target: {atMost: 1}}
          - {name: by zero, sql: "SELECT count(*) / (count(*) - count(*)) FROM crm.contacts", target: {atMost: 1}}
          - {name: no column, sql: "SELECT max(emial) FROM crm.contacts", target: {atMost: 1}}
          - {name: raised, sql: "SELECT count(raise_error(email)) FROM crm.contacts", target: {atMost: 1}}
        """;

    private LeakTables() {}

    static void fill(Connection connection, PlantedValues values) throws SQLException {
        for (int i = 0; i < PlantedValues.EACH; i++) {
            String name = values.names().get(i);
            String email = values.emails().get(i);
            String phone = values.phones().get(i);
            String iban = values.ibans().get(i);
            String card = values.cards().get(i);
            insert(connection, "contacts", i, name, email, phone, iban, Long.valueOf(card), i % 2 == 0);
            insert(connection, "subscriptions", email, iban, "plan " + i % 3);
            for (int j = 0; j < 3; j++) {
                String text = "Please call " + name + " at " + phone + " or write to " + email + ", paid from " + iban
                        + " or card " + PlantedValues.grouped(card) + ".";
                String known = (i + j) % 5 == 0 ? "gone." + email : email;
                insert(connection, "tickets", i * 3 + j, known, "Case of " + name, text, "open");
            }
            insert(
                    connection,
                    "facts",
                    i,
                    name,
                    phone,
                    email,
                    PlantedValues.grouped(iban),
                    card,
                    // One of ten labels is not what the others are.
                    i % 10 == 0 ? phone : "label " + i % 4,
                    i % 10 == 0 ? "see " + email : "R-" + 1000 + i,
                    Long.valueOf(card),
                    "{\"contact\": {\"mail\": \"" + email + "\", \"tel\": \"" + phone + "\"}}",
                    card);
            if (i < 10) {
                insert(connection, "few", i, "Ask " + name + " for the account " + iban, name);
            }
        }
    }

    private static void insert(Connection connection, String table, Object... values) throws SQLException {
        StringBuilder marks = new StringBuilder();
        for (Object value : values) {
            marks.append(marks.length() == 0 ? "" : ", ")
                    .append(String.valueOf(value).startsWith("{\"") ? "?::jsonb" : "?");
        }
        try (PreparedStatement statement =
                connection.prepareStatement("INSERT INTO " + table + " VALUES (" + marks + ")")) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
