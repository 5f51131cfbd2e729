package org.townloop.launch.demo;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a place says of the way it works: the attributes that all its offers share. */
final class Manners {

    private static final List<String> PRODUCTS =
            List.of("Schwarzkopf", "Shiseido", "Wella", "Bee & Flower 蜂花", "Pechoin 百雀羚", "Henna from Rajasthan 印度海娜");

    private final JsonMapper json;
    private final Dice dice;
    private final ObjectNode shared;

    Manners(JsonMapper json, Dice dice) {
        this.json = json;
        this.dice = dice;
        this.shared = json.createObjectNode();
        say("quiet", 0.4);
        say("noUpselling", 0.35);
        say("childrenWelcome", 0.5);
        say("stepFree", 0.4);
        say("consultation", 0.5);
        say("towelPerGuest", 0.6);
        say("toolsDisinfected", 0.7);
        say("paysByCard", 0.5);
        languages();
    }

    /** The attributes of one offer, as JSON. */
    String of(Menu.Item item, boolean senior) {
        var attributes = shared.deepCopy();
        var services = attributes.putArray("services");
        item.services().forEach(services::add);
        if (item.isForHair()) {
            attributes.put("hairLength", item.hairLength());
        }
        if (senior) {
            attributes.put("seniorStylist", true);
            attributes.put("experienceYears", dice.between(9, 31));
        }
        if (item.services().contains("colour")) {
            attributes.put("patchTest", dice.chance(0.6));
            attributes.put("plantColour", item.isOfPlants());
            attributes.put("products", item.isOfPlants() ? PRODUCTS.getLast() : dice.one(PRODUCTS));
        }
        return json.writeValueAsString(attributes);
    }

    /** What a place has it says; what it has not it keeps silent about. */
    private void say(String attribute, double probability) {
        if (dice.chance(probability)) {
            shared.put(attribute, true);
        }
    }

    private void languages() {
        var languages = shared.putArray("languages").add("mandarin");
        if (dice.chance(0.6)) {
            languages.add("dialect");
        }
        if (dice.chance(0.2)) {
            languages.add("english");
        }
        if (dice.chance(0.04)) {
            languages.add("sign");
        }
    }
}
