package dev.dayone.connector.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** A description is read strictly: every mistake is told, all at once. */
final class DescriptionReaderTest {
    private static final Map<String, String> PARAMETERS = Map.of("subdomain", "acme", "apiToken", "secret");

    @Test
    void everyMistakeIsToldAtOnceWithTheNearestKey() {
        String yaml = """
                url: https://{subdomian}.example.com
                auth: {barer: {token: "{apiToken}"} }
                serches: [/search]
                paging: {cursor: next, page: page}
                tables:
                  tickets: {pth: /tickets, kye: id, types: {at: moment} }
                  users: {path: users, body: {} }
                """;
        assertThatThrownBy(() -> DescriptionReader.read(yaml, PARAMETERS, "desk"))
                .hasMessageStartingWith("Cannot read the description of 'desk': ")
                .hasMessageContaining("'url' asks for {subdomian}, which is no parameter, did you mean 'subdomain'")
                .hasMessageContaining("'auth.barer' is not known, did you mean 'bearer'")
                .hasMessageContaining("'serches' is not known, did you mean 'searches'")
                .hasMessageContaining("'paging' names 2 of next, cursor, page, offset, link, range, expected one")
                .hasMessageContaining("'tables.tickets' has no 'path'")
                .hasMessageContaining("'tables.tickets.pth' is not known, did you mean 'path'")
                .hasMessageContaining("'tables.tickets.kye' is not known, did you mean 'key'")
                .hasMessageContaining("'tables.tickets.types.at' is 'moment', which is no type")
                .hasMessageContaining("'tables.users.path' does not begin with '/'")
                .hasMessageContaining("'tables.users.body' would send POST to 'users', which 'searches' does not list")
                .hasMessageNotContaining("secret");
    }

    @Test
    void mistakesInATablesPagingAndLatestNameTheTable() {
        String yaml = """
                url: https://api.example.com
                paging: {pge: page}
                everyTable: {path: "/{table}", key: id, time: at}
                tables:
                  tickets: {paging: {page: p, sze: 5}, latest: {qery: {sort: at} } }
                  users: {latest: {paging: {cursor: next} }, keys: {id: {path: /users, paging: {offset: a, link: b} } } }
                  groups: {}
                """;
        assertThatThrownBy(() -> DescriptionReader.read(yaml, PARAMETERS, "desk"))
                .hasMessage("Cannot read the description of 'desk':"
                        + " 'tables.tickets.paging.sze' is not known, did you mean 'size';"
                        + " 'tables.tickets.latest.qery' is not known, did you mean 'query';"
                        + " 'paging' names 0 of next, cursor, page, offset, link, range, expected one;"
                        + " 'tables.users.keys.id.paging' names 2 of next, cursor, page, offset, link, range, expected"
                        + " one; 'tables.users.latest.paging' has no 'parameter', expected what"
                        + " docs/connectors-http.md lists. Correct the connector's YAML.");
    }

    @Test
    void whatIsSaidOfEveryTableGoesUnderWhatATableSays() {
        String yaml = """
                url: https://api.example.com
                paging: {page: page, size: {per_page: 50} }
                everyTable: {path: "/v1/{table}", records: data, key: id, query: {a: "1", b: "2"}, time: changed}
                tables:
                  users: {}
                  tickets: {query: {b: "3"}, time: null, paging: {offset: from} }
                """;
        Description description = DescriptionReader.read(yaml, PARAMETERS, "desk");
        Description.TableSpec users =
                java.util.Objects.requireNonNull(description.tables().get("users"));
        Description.TableSpec tickets =
                java.util.Objects.requireNonNull(description.tables().get("tickets"));
        assertThat(users.all().request().path()).isEqualTo("/v1/users");
        assertThat(users.all().paging().sizeParameter()).isEqualTo("per_page");
        assertThat(users.time()).isEqualTo("changed");
        assertThat(tickets.all().request().query()).containsExactly(Map.entry("a", "1"), Map.entry("b", "3"));
        assertThat(tickets.all().paging().kind()).isEqualTo(Paging.Kind.OFFSET);
        assertThat(tickets.time()).isNull();
    }
}
