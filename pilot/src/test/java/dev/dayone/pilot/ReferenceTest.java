package dev.dayone.pilot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"crm.contacts", "crm.\"odd.name\"", "crm.\"say \"\"hi\"\"\"", "crm.Ünïcode", "crm.\"two words\""
            })
    void readsBackWhatItWrites(String text) {
        assertThat(TableRef.parse(text)).hasToString(text);
        assertThat(TableRef.parse(TableRef.parse(text).toString())).isEqualTo(TableRef.parse(text));
    }

    @Test
    void takesQuotedPartsAsTheyStand() {
        assertThat(ColumnRef.parse("crm.\"a.b\".\"c\"\"d\"")).isEqualTo(new ColumnRef("crm", "a.b", "c\"d"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"crm", "crm.", ".contacts", "a.b.c", "crm.\"open", "crm.co\"ntacts", "crm.\"a\"b", ""})
    void refusesWhatIsNoTable(String text) {
        assertThatThrownBy(() -> TableRef.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + text + "'")
                .hasMessageContaining("expected");
    }

    @Test
    void findsTheNearestName() {
        List<String> names = List.of("contacts", "accounts", "deals");
        assertThat(Nearest.to("contcats", names)).contains("contacts");
        assertThat(Nearest.to("CONTACT", names)).contains("contacts");
        assertThat(Nearest.to("idd", List.of("ID", "id"))).contains("id");
        assertThat(Nearest.to("cost", List.of("unitCost", "monthly"))).contains("unitCost");
        assertThat(Nearest.to("invoices", names)).isEmpty();
        assertThat(Nearest.hint("deal", names)).isEqualTo(", did you mean 'deals'");
    }
}
