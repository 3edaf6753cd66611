package dev.dayone.connector.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dayone.pilot.error.BadRequestException;
import dev.dayone.pilot.error.ErrorCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AllowedConnectorTest {
    private static final String STEP = "process:\n            ref: \"{{system}}\"";
    private static final String BEAN = "#class:dev.dayone.connector.http.HttpSystem";

    @TempDir
    private Path folder;

    private String valid = "";

    @BeforeEach
    void load() throws IOException {
        try (var in = Objects.requireNonNull(getClass().getResourceAsStream("/connectors/parcels.kamelet.yaml"))) {
            valid = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        Files.createDirectory(folder.resolve("connectors"));
    }

    private ConnectorCatalogue catalogue(String yaml) throws IOException {
        Files.writeString(folder.resolve("connectors/parcels.kamelet.yaml"), yaml);
        return ConnectorCatalogue.beside(folder);
    }

    private void refuses(String what, String yaml) {
        assertThatThrownBy(() -> catalogue(yaml))
                .as(yaml)
                .isInstanceOf(BadRequestException.class)
                .hasFieldOrPropertyWithValue("code", ErrorCode.CONNECTOR_INVALID)
                .hasMessageContaining("connectors/parcels.kamelet.yaml")
                .hasMessageContaining(what);
    }

    private String replaced(String part, String other) {
        assertThat(valid).contains(part);
        return valid.replace(part, other);
    }

    @Test
    void aDescriptionOfAnApiIsAllowed() throws IOException {
        ConnectorCatalogue catalogue = catalogue(valid);
        Connector parcels = catalogue.connector("parcels");
        assertThat(parcels.isShipped()).isFalse();
        assertThat(catalogue.definition(parcels))
                .hasValueSatisfying(text -> assertThat(text).contains("kamelet:source", "records: data"));
        assertThat(catalogue.definition(catalogue.connector("csv"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "to: 'exec:rm?args=-rf'|'to'",
                "to: 'bean:system'|'to'",
                "to: {uri: 'file:/tmp', parameters: {fileName: x}}|'to'",
                "to: 'http://elsewhere.example/collect'|'to'",
                "toD: 'http://${header.host}/'|'toD'",
                "to: 'language:groovy:1+1'|'to'",
                "to: 'class:java.lang.Runtime'|'to'",
                "bean: {ref: system, method: exit}|'bean'",
                "script: {groovy: 'System.exit(1)'}|'script'",
                "setBody: {simple: '${bean:system.close}'}|'setBody'",
                "setBody: {simple: '${sys.user.home}'}|function '${sys.user.home}'",
                "setBody: {jsonpath: '$.x[?(script)]'}|'setBody'",
                "setBody: {groovy: '1'}|'setBody'",
                "unmarshal: {javaSerialization: {}}|'unmarshal'",
                "marshal: {xstream: {}}|'marshal'",
                "onException: {exception: [java.lang.Exception]}|'onException'",
                "choice: {when: [{simple: '1', steps: [{to: 'exec:id'}]}]}|'choice'",
                "pollEnrich: {constant: 'file:/etc'}|'pollEnrich'",
                "process: {ref: '#class:java.lang.ProcessBuilder'}|step of '#class:java.lang.ProcessBuilder'",
                "process: {ref: '{{env:HOME}}'}|step of '{{env:HOME}}'",
                "process: {ref: '{{system}}', method: x}|'method'",
                "loadBalance: {}|'loadBalance'",
            })
    void everyOtherStepIsRefusedByName(String step, String named) {
        refuses(named, replaced(STEP, step));
        // Beside the one that is allowed, and after it.
        refuses(named, replaced(STEP, STEP + "\n        - " + step));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "#class:java.lang.ProcessBuilder|bean '#class:java.lang.ProcessBuilder'",
                "#class:dev.dayone.connector.jdbc.JdbcSource|bean '#class:dev.dayone.connector.jdbc.JdbcSource'",
                "#class:dev.dayone.connector.http.HttpSystem(1)|bean '#class:dev.dayone.connector.http.HttpSystem(1)'",
                "#type:javax.sql.DataSource|bean '#type:javax.sql.DataSource'",
                "groovy|bean 'groovy'",
            })
    void everyOtherBeanIsRefusedByName(String bean, String named) {
        refuses(named, replaced(BEAN, bean));
    }

    @Test
    void nothingElseMayBeSaidOfABean() {
        refuses(
                "'script'",
                replaced("      - name: system", "      - script: 'java.lang.System.exit(1)'\n        name: system"));
        refuses("'initMethod'", replaced("      - name: system", "      - initMethod: run\n        name: system"));
        refuses(
                "'constructors'",
                replaced("      - name: system", "      - constructors: {0: x}\n        name: system"));
        refuses(
                "'camelContext'",
                replaced("          parameters:", "          camelContext: x\n          parameters:"));
        refuses("'class'", replaced("            token: \"{{token}}\"", "            class: x"));
        refuses("reference '#bean:x'", replaced("\"{{token}}\"", "\"#bean:x\""));
        refuses("reference '#class:java.io.File'", replaced("\"{{token}}\"", "\"#class:java.io.File\""));
        refuses(
                "no description as a text",
                replaced(
                        "          description: |\n            product: Parcels",
                        "          description:\n            product: Parcels"));
    }

    @Test
    void theEnvironmentOfWhoeverRunsItIsNotRead() {
        refuses("placeholder '{{env:AWS_SECRET}}'", replaced("\"{{token}}\"", "\"{{env:AWS_SECRET}}\""));
        refuses("placeholder '{{sys:user.home}}'", replaced("url: \"{baseUrl}\"", "url: \"{{sys:user.home}}\""));
        refuses(
                "placeholder '{{env:AWS_SECRET}}'",
                replaced(
                        "        format: password",
                        "        default: \"{{env:AWS_SECRET}}\"\n        format: password"));
        refuses("placeholder", replaced("kind: http", "kind: \"{{env:X}}\""));
        refuses("around no name, expected '{ {' or '} }'", replaced("\"{{token}}\"", "\"{{{{token}}}}\""));
        refuses("function '${env:HOME}", replaced("product: Parcels", "product: ${env:HOME}"));
    }

    @Test
    void routesEndpointsAndKeysOfOtherKindsAreRefused() {
        refuses("endpoint 'file:/tmp'", replaced("uri: kamelet:source", "uri: file:/tmp"));
        refuses("endpoint 'timer:x'", replaced("uri: kamelet:source", "uri: timer:x"));
        refuses("'parameters'", replaced("uri: kamelet:source", "uri: kamelet:source\n      parameters: {a: b}"));
        refuses("'route'", replaced("    from:", "    route: {id: x}\n    from:"));
        refuses("'sources'", replaced("  template:", "  sources: [{name: x.java}]\n  template:"));
        refuses(
                "dependency 'mvn:evil:evil:1'",
                replaced("  template:", "  dependencies: ['mvn:evil:evil:1']\n  template:"));
        refuses("a list is expected", replaced("steps:\n        - process", "steps:\n          process"));
    }

    @Test
    void aWriteByPostIsRefused() {
        refuses("POST to '/parcels', expected paths that end in a search", replaced("/returns/search", "/parcels"));
        refuses("POST to '/search/delete'", replaced("/returns/search", "/search/delete"));
        refuses("a list is expected", replaced("[/returns/search]", "/parcels"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://elsewhere.example/token",
                "http://elsewhere.example/token",
                "//elsewhere.example/token",
                "/{token}",
                "{token}",
                "{baseUrl}.elsewhere.example/token",
                "{baseUrl}@elsewhere.example/token",
                "https://{baseUrl}/token",
                "/\\\\elsewhere.example/token",
                ""
            })
    void secretsMayNotGoElsewhereForAToken(String tokenUrl) throws IOException {
        String oauth = "oauth2: {tokenUrl: \"" + tokenUrl + "\", clientId: x, clientSecret: \"{token}\"}";
        String named = "'oauth2.tokenUrl' of '" + tokenUrl.replace("\\\\", "\\");
        refuses(named, replaced("bearer: {token: \"{token}\"}", oauth));
        refuses(named, replaced("auth:\n              - bearer: {token: \"{token}\"}", "auth: {" + oauth + " }"));
    }

    @ParameterizedTest
    @CsvSource({
        "{baseUrl}, /oauth/token, true",
        "{baseUrl}, '{baseUrl}/oauth/token', true",
        "https://api.example.com/v1, /oauth/token, true",
        // The parameter baseUrl would stand in for the address, not for that of tokens.
        "https://api.example.com/v1, https://api.example.com/oauth/token, false",
    })
    void tokensAreHadWhereTheApiIs(String url, String tokenUrl, boolean allowed) throws IOException {
        String yaml = replaced(
                        "bearer: {token: \"{token}\"}",
                        "oauth2: {tokenUrl: \"" + tokenUrl + "\", clientId: x, clientSecret: \"{token}\"}")
                .replace("url: \"{baseUrl}\"", "url: \"" + url + "\"");
        if (allowed) {
            assertThat(catalogue(yaml).connector("parcels").isShipped()).isFalse();
        } else {
            refuses("'oauth2.tokenUrl'", yaml);
        }
        String fixed = yaml.replace("baseUrl", "site");
        assertThat(catalogue(fixed).connector("parcels").isShipped()).isFalse();
    }

    @Test
    void anAddressHoldsNoCredentials() {
        String yaml = replaced("url: \"{baseUrl}\"", "url: https://reader:hidden-pass@api.example.com");
        refuses("'url' with credentials in it, expected them as parameters", yaml);
        assertThatThrownBy(() -> catalogue(yaml)).hasMessageNotContaining("hidden-pass");
    }

    @Test
    void theTextItselfIsLimited() {
        refuses("is not YAML that dayone reads", "kind: !!javax.script.ScriptEngineManager [x]\n");
        StringBuilder bomb = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n");
        for (int i = 1; i < 9; i++) {
            bomb.append("a").append(i).append(": &a").append(i).append(" [");
            bomb.append(("*a" + (i - 1) + ",").repeat(9)).append("]\n");
        }
        refuses("is not YAML that dayone reads", bomb + valid);
        refuses("is not YAML that dayone reads", valid + "---\n" + valid);
        refuses("is not YAML that dayone reads", "kind: Kamelet\n" + valid);
        refuses("is not YAML that dayone reads", valid.repeat(1_000));
    }

    @Test
    void aNameThatIsTakenOrDiffersFromTheFilesIsRefused() throws IOException {
        refuses("name 'parcel', expected lower-case letters", replaced("name: parcels", "name: parcel"));
        Files.writeString(
                folder.resolve("connectors/postgresql.kamelet.yaml"),
                valid.replace("name: parcels", "name: postgresql"));
        assertThatThrownBy(() -> catalogue(valid))
                .hasMessageContaining("connectors/postgresql.kamelet.yaml:4:3: name 'postgresql' is that of a connector"
                        + " that comes with dayone, expected another.");
    }

    @Test
    void everyProblemIsToldAtOnceWithItsPlace() {
        assertThatThrownBy(() -> catalogue(replaced(STEP, "to: 'exec:id'").replace(BEAN, "#class:java.io.File")))
                .hasMessage("""
                        Cannot use connector 'connectors/parcels.kamelet.yaml': it is not from dayone and holds what such a \
                        one may not, expected parameters and the description of an HTTP API. Remove it, see \
                        docs/connectors.md.
                          connectors/parcels.kamelet.yaml:30:9: bean '#class:java.io.File', expected one of \
                        #class:dev.dayone.connector.http.HttpSystem.
                          connectors/parcels.kamelet.yaml:48:11: 'to', expected process.""");
    }
}
