package dev.dayone.connector.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ChoiceListTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "CHECK (((status)::text = ANY ((ARRAY['open'::character varying, 'it''s'::character varying])::text[])))",
                "CHECK (((status)::text = ANY (ARRAY[('open'::character varying)::text, ('it''s'::character varying)::text])))",
                "CHECK ((status = ANY (ARRAY['open'::text, 'it''s'::text]))) NOT VALID",
                "CHECK (((status IS NULL) OR (status = ANY (ARRAY['open'::bpchar, 'it''s'::bpchar]))))",
                "CHECK ((((status)::text = ANY ((ARRAY['open'::character varying(20), 'it''s'::character varying(20)])::text[]))"
                        + " OR (status IS NULL)))",
                "`status` in ('open','it''s')",
                "status IN ('open', 'it''s')",
                "(\"status\" in ('open','it''s'))"
            })
    void readsTextsThatACheckLists(String rule) {
        assertThat(ChoiceList.ofRule(rule)).isEqualTo(new ChoiceList.Rule("status", List.of("open", "it's")));
    }

    @Test
    void readsWhatMysqlWrites() {
        assertThat(ChoiceList.ofRule("(`status` in (_utf8mb4\\'a\\',_utf8mb4\\'b\\'))"))
                .isEqualTo(new ChoiceList.Rule("status", List.of("a", "b")));
    }

    @Test
    void readsNumbers() {
        assertThat(ChoiceList.ofRule("CHECK ((prio = ANY (ARRAY[1, 2, '-1'::integer])))"))
                .isEqualTo(new ChoiceList.Rule("prio", List.of("1", "2", "-1")));
        assertThat(ChoiceList.ofRule("`prio` in (1,2,-1)"))
                .isEqualTo(new ChoiceList.Rule("prio", List.of("1", "2", "-1")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CHECK ((prio > 0))",
                "CHECK (((kind = ANY (ARRAY['a'::text, 'b'::text])) AND (prio > 0)))",
                "CHECK (((kind = ANY (ARRAY['a'::text])) OR (prio > 0)))",
                "CHECK ((lower(kind) = ANY (ARRAY['a'::text, 'b'::text])))",
                "CHECK ((kind <> ALL (ARRAY['a'::text, 'b'::text])))",
                "`kind` not in ('a','b')",
                "json_valid(`doc`)",
                "`kind` in ('a','b') and `prio` in (1,2)",
                "`kind` in (select 1)"
            })
    void makesNoListOfAnyOtherRule(String rule) {
        assertThat(ChoiceList.ofRule(rule)).isNull();
    }

    @Test
    void readsTypes() {
        assertThat(ChoiceList.ofType("enum('a','b''c','d,e')")).containsExactly("a", "b'c", "d,e");
        assertThat(ChoiceList.ofType("set('x','y')")).containsExactly("x", "y");
        assertThat(ChoiceList.ofType("varchar(20)")).isEmpty();
    }
}
