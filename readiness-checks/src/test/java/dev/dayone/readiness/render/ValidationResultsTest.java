package dev.dayone.readiness.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dayone.pilot.Json;
import dev.dayone.pilot.TableRef;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ValidationResultsTest {
    @Test
    void hasTheFormOfGreatExpectations() throws Exception {
        JsonNode suite = suite();

        assertThat(suite.get("success").booleanValue()).isFalse();
        assertThat(suite.get("statistics").toString())
                .isEqualTo("{\"evaluated_expectations\":6,\"successful_expectations\":2,"
                        + "\"unsuccessful_expectations\":4,\"success_percent\":33.333333333333336}");
        JsonNode failed = suite.get("results").get(1);
        assertThat(failed.get("success").booleanValue()).isFalse();
        assertThat(failed.at("/expectation_config/type").textValue()).isEqualTo("expect_column_values_to_not_be_null");
        assertThat(failed.at("/expectation_config/kwargs").toString())
                .isEqualTo("{\"column\":\"email\",\"mostly\":0.95}");
        assertThat(failed.at("/result/element_count").longValue()).isEqualTo(20_000);
        assertThat(failed.at("/result/unexpected_count").longValue()).isEqualTo(2_412);
        assertThat(failed.at("/result/unexpected_percent").doubleValue()).isEqualTo(12.06);
        assertThat(failed.at("/result/partial_unexpected_list").toString()).isEqualTo("[\"N/A\"]");
        assertThat(failed.at("/exception_info/raised_exception").booleanValue()).isFalse();
        assertThat(suite.at("/results/4/result/observed_value").doubleValue()).isEqualTo(120.25);
    }

    @Test
    void namesRowsAsGreatExpectationsDoes() throws Exception {
        JsonNode failed = suite().get("results").get(1);
        assertThat(failed.at("/result/unexpected_index_column_names").toString())
                .isEqualTo("[\"id\"]");
        assertThat(failed.at("/result/unexpected_index_list").toString())
                .isEqualTo("[{\"email\":\"N/A\",\"id\":\"4711\"}]");
        assertThat(failed.at("/meta/dayone_reasons").toString()).isEqualTo("[\"not in the set\"]");
        assertThat(failed.at("/meta/dayone_severity").textValue()).isEqualTo("blocker");
        assertThat(suite().at("/results/3/result/unexpected_index_list").isMissingNode())
                .isTrue();
    }

    @Test
    void neverTakesMissingEvidenceForSuccess() throws Exception {
        JsonNode open = suite().get("results").get(2);
        assertThat(open.get("success").booleanValue()).isFalse();
        assertThat(open.at("/meta/dayone_verdict").textValue()).isEqualTo("UNDETERMINED");
        assertThat(open.at("/meta/dayone_rows_to_decide").longValue()).isEqualTo(44_000);

        JsonNode crashed = suite().get("results").get(5);
        assertThat(crashed.get("success").booleanValue()).isFalse();
        assertThat(crashed.at("/meta/dayone_verdict").textValue()).isEqualTo("NO_ANSWER");
        assertThat(crashed.at("/exception_info/raised_exception").booleanValue())
                .isTrue();
        assertThat(crashed.at("/exception_info/exception_message").textValue()).startsWith("there is no column");
        assertThat(crashed.get("result").isEmpty()).isTrue();
    }

    @Test
    void namesFilesSafelyAndApart() {
        assertThat(ValidationResults.fileName(new TableRef("helpdesk", "tickets")))
                .isEqualTo("helpdesk.tickets.json");
        assertThat(ValidationResults.fileName(new TableRef("../etc", "a/b\u0000")))
                .matches("etc-[0-9a-f]{12}\\.a-b-[0-9a-f]{12}\\.json");
        assertThat(ValidationResults.fileName(new TableRef("crm", "Contacts")))
                .isNotEqualTo(ValidationResults.fileName(new TableRef("crm", "contacts")));
        assertThat(ValidationResults.render(Reports.empty())).isEmpty();
    }

    private static JsonNode suite() throws Exception {
        Map<String, String> files = ValidationResults.render(Reports.plain());
        return Json.MAPPER.readTree(files.get("helpdesk.tickets.json"));
    }
}
