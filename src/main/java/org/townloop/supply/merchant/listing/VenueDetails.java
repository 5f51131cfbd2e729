package org.townloop.supply.merchant.listing;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What CrossWOZ says of a venue, under names that a page can ask for and with the source's own words and figures as
 * values. A figure that the source does not have stays away.
 */
class VenueDetails {

    private final JsonMapper json;

    VenueDetails(JsonMapper json) {
        this.json = json;
    }

    JsonNode of(JsonNode venue) {
        var details = json.createObjectNode();
        copy(venue, "酒店类型", details, "class");
        copy(venue, "地铁", details, "metro");
        copy(venue, "营业时间", details, "hours");
        copy(venue, "游玩时间", details, "stay");
        copy(venue, "评分", details, "rating");
        copy(venue, "酒店设施", details, "facilities");
        copy(venue, "推荐菜", details, "dishes");
        price(venue, "价格", details, "room");
        price(venue, "人均消费", details, "person");
        price(venue, "门票", details, "ticket");
        var nearby = json.createObjectNode();
        copy(venue, "周边景点", nearby, "sights");
        copy(venue, "周边餐馆", nearby, "restaurants");
        copy(venue, "周边酒店", nearby, "hotels");
        if (!nearby.isEmpty()) {
            details.set("nearby", nearby);
        }
        return details;
    }

    private static void copy(JsonNode from, String key, ObjectNode to, String name) {
        var value = from.path(key);
        var isThere = value.isArray()
                ? !value.isEmpty()
                : value.isNumber() || !value.asString("").isBlank();
        if (isThere) {
            to.set(name, value);
        }
    }

    /** The source's own figure, in whole yuan: what a page calls the listed price. */
    private void price(JsonNode from, String key, ObjectNode to, String per) {
        var yuan = from.path(key);
        if (yuan.isNumber() && yuan.asDouble() >= 0) {
            to.set(
                    "listedPrice",
                    json.createObjectNode()
                            .put("minor", Math.round(yuan.asDouble() * 100))
                            .put("currency", "CNY")
                            .put("per", per));
        }
    }
}
