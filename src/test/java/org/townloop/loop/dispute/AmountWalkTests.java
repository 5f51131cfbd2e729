package org.townloop.loop.dispute;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.townloop.TestPeople;
import org.townloop.TestTown;
import org.townloop.TownTest;
import org.townloop.base.kernel.Outcome;
import org.townloop.supply.offer.Offer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every amount of money that a call of the API takes, as the OpenAPI document says, is sent as it must not be. It is refused
 * by its name, and nothing is written. Of a call that is not known here the rest is made up, so that it is refused at least.
 */
@TownTest
class AmountWalkTests extends SomebodyObjects {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final List<String> BAD = List.of(
            "{'minor': -1, 'currency': 'CNY'}",
            "{'minor': -9223372036854775808, 'currency': 'CNY'}",
            "{'minor': 9007199254740992, 'currency': 'CNY'}",
            "{'minor': 9223372036854775807, 'currency': 'CNY'}",
            "{'minor': 100000000000000000000, 'currency': 'CNY'}",
            "{'minor': 1e30, 'currency': 'CNY'}",
            "{'minor': 0.5, 'currency': 'CNY'}",
            "{'minor': null, 'currency': 'CNY'}",
            "{'currency': 'CNY'}",
            "{'minor': 'much', 'currency': 'CNY'}",
            "{'minor': 100, 'currency': 'USD'}",
            "{'minor': 100, 'currency': 'cny'}",
            "{'minor': 100, 'currency': 'ZZZ'}",
            "{'minor': 100, 'currency': ''}",
            "[]",
            "100");

    private static final String NOTHING = "{'minor': 0, 'currency': 'CNY'}";

    /** Of which nothing may be meant. */
    private static final List<String> MAY_BE_NOTHING =
            List.of("ofOrder", "ofPlatform", "toMerchant", "balance", "dueNow", "items[0].dueNow", "refund");

    /** A call that would do something. */
    private record Call(TestPeople who, String path, JsonNode body) {}

    /** An amount that a call takes: where it stands in the body. */
    private record Field(String path, String name) {}

    private final Map<String, Call> known = new HashMap<>();

    @Test
    void everyAmountThatIsNoneIsRefusedByItsNameAndNothingIsWritten() throws IOException {
        know();
        var all = fields();
        assertThat(all)
                .contains(
                        new Field("/api/orders", "quoted"),
                        new Field("/api/orders", "items[0].quoted"),
                        new Field("/api/orders", "card.amount"),
                        new Field("/api/orders/{id}/payments", "cards[0].amount"),
                        new Field("/api/orders/{id}/refunds", "amount"),
                        new Field("/api/disputes/{id}/answer", "offer.amount"),
                        new Field("/api/disputes/{id}/decision", "ofPlatform"));
        var softly = new SoftAssertions();
        for (var field : all) {
            for (var bad : BAD) {
                refused(softly, field, bad);
            }
            if (!MAY_BE_NOTHING.contains(field.name()) && call(field) != null) {
                refused(softly, field, NOTHING);
            }
        }
        softly.assertAll();
    }

    /** The control: the same calls with amounts that are right are done, so that it is the amounts that were refused. */
    @Test
    void withAmountsThatAreRightTheSameCallsAreDone() throws IOException {
        know();
        for (var path :
                List.of("/api/orders/{id}/refunds", "/api/disputes/{id}/answer", "/api/disputes/{id}/decision")) {
            var call = Objects.requireNonNull(known.get(path));
            var done = client.post(call.who(), call.path(), "right", call.body());
            assertThat(done.status()).as(path + done.body()).isBetween(200, 201);
        }
    }

    private void refused(SoftAssertions softly, Field field, String bad) throws IOException {
        var call = call(field);
        var body = JSON.readTree(JSON.writeValueAsString(call == null ? JSON.createObjectNode() : call.body()));
        put((ObjectNode) body, field.name(), JSON.readTree(bad.replace('\'', '"')));
        var who = call == null ? resident : call.who();
        var path = call == null
                ? field.path().replaceAll("\\{[a-zA-Z]+}", salon.order().toString())
                : call.path();
        var before = written(who);
        var answer = client.post(who, path, UUID.randomUUID().toString(), body);
        var as = field + " " + bad + ": " + answer.body();
        softly.assertThat(answer.status()).as(as).isBetween(400, 499);
        softly.assertThat(written(who)).as(as).isEqualTo(before);
        if (call != null) {
            softly.assertThat(answer.text("field")).as(as).startsWith(field.name());
        }
    }

    private @Nullable Call call(Field field) {
        return known.get(field.path() + (field.name().startsWith("items") ? " items" : ""));
    }

    /** What stands of somebody's doings: any write of money leaves its key, and what it did. */
    private static List<Integer> written(TestPeople who) {
        return TestTown.jdbc()
                .sql("""
                    select (select count(*)::int from kernel.idempotency where person_id = ?),
                        (select count(*)::int from ordering.orders where resident_id = ?),
                        (select count(*)::int from identity.audit where person_id = ?)
                    """)
                .params(who.id(), who.id(), who.id())
                .query((row, number) -> List.of(row.getInt(1), row.getInt(2), row.getInt(3)))
                .single();
    }

    private void know() throws IOException {
        var order = had();
        knows(
                owner,
                "/api/orders/{id}/refunds",
                order,
                "{'amount': {'minor': 100, 'currency': 'CNY'}, 'reason': 'Sorry'}");
        open();
        knows(
                resident,
                "/api/orders/{id}/disputes",
                had(),
                "{'about': 'OTHER', 'wanted': 'PART', 'words': 'Too short', 'amount': {'minor': 100, 'currency':"
                        + " 'CNY'}}");
        open();
        knows(
                owner,
                "/api/disputes/{id}/answer",
                objected(had(), "PART", 100),
                "{'words': 'So it is', 'offer': {'amount': {'minor': 100, 'currency': 'CNY'}}}");
        open();
        var referred = objected(had(), "PART", 100);
        answer(referred, -1);
        knows(
                operator,
                "/api/disputes/{id}/decision",
                referred,
                "{'reasons': 'It is so', 'ofOrder': {'minor': 100, 'currency': 'CNY'}}");
        open();
        var offer = ((Outcome.Done<Offer>) offers.write(salon.haircut()))
                .value()
                .id()
                .value();
        var wish = "'offerId': '" + offer + "', 'slotStart': '" + THREE + "'";
        knows(resident, "/api/orders", offer, "{" + wish + "}");
        known.put("/api/orders items", new Call(resident, "/api/orders", read("{'items': [{" + wish + "}]}")));
    }

    private void knows(TestPeople who, String path, UUID id, String body) {
        known.put(path, new Call(who, path.replace("{id}", id.toString()), read(body)));
    }

    private static JsonNode read(String body) {
        return JSON.readTree(body.replace('\'', '"'));
    }

    private List<Field> fields() throws IOException {
        var document = client.get(resident, "/api/openapi.json").body();
        var fields = new ArrayList<Field>();
        document.path("paths").properties().forEach(path -> {
            var schema = path.getValue().at("/post/requestBody/content/application~1json/schema");
            collect(document, schema, "", List.of(), name -> fields.add(new Field(path.getKey(), name)));
        });
        return fields;
    }

    private interface Found {
        void amount(String name);
    }

    /** @param within the schemas around it: one may stand in itself once, as the items of an order do */
    private static void collect(JsonNode document, JsonNode schema, String name, List<String> within, Found found) {
        var ref = schema.path("$ref").asString("");
        if (!ref.isEmpty()) {
            if (within.stream().filter(ref::equals).count() < 2) {
                var around = new ArrayList<>(within);
                around.add(ref);
                collect(document, document.at(ref.substring(1)), name, around, found);
            }
            return;
        }
        for (var kind : List.of("oneOf", "anyOf", "allOf")) {
            schema.path(kind).forEach(each -> collect(document, each, name, within, found));
        }
        if (schema.has("items")) {
            collect(document, schema.path("items"), name + "[0]", within, found);
        }
        var properties = schema.path("properties");
        if (properties.size() == 2 && properties.has("minor") && properties.has("currency")) {
            found.amount(name);
            return;
        }
        properties
                .properties()
                .forEach(each -> collect(
                        document,
                        each.getValue(),
                        name.isEmpty() ? each.getKey() : name + "." + each.getKey(),
                        within,
                        found));
    }

    /** Puts a value there, with what has to be around it. */
    private static void put(ObjectNode body, String name, JsonNode value) {
        var dot = name.indexOf('.');
        var first = dot < 0 ? name : name.substring(0, dot);
        var isList = first.endsWith("[0]");
        var key = isList ? first.substring(0, first.length() - 3) : first;
        if (dot < 0) {
            body.set(key, isList ? JSON.createArrayNode().add(value) : value);
            return;
        }
        if (!body.has(key)) {
            body.set(key, isList ? JSON.createArrayNode().add(JSON.createObjectNode()) : JSON.createObjectNode());
        }
        var next = isList ? ((ArrayNode) body.get(key)).get(0) : body.get(key);
        put((ObjectNode) next, name.substring(dot + 1), value);
    }
}
