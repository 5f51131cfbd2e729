package org.townloop.launch.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.townloop.base.kernel.Words;
import org.townloop.supply.offer.SetMenu;

/** Opens the restaurants of the town, with their set menus, as the file has them. */
final class Restaurants {

    /** Whose people the demo signs in as. */
    static final String KNOWN = "Plum Rain Kitchen";

    private static final int FEN = 100;

    private final Addresses addresses;
    private final Residents residents;
    private final Resident restaurateur;
    private final Dice dice;
    private final Instant since;
    private final List<Shop> open = new ArrayList<>();

    Restaurants(Addresses addresses, Residents residents, Resident restaurateur, Dice dice, Instant since) {
        this.addresses = addresses;
        this.residents = residents;
        this.restaurateur = restaurateur;
        this.dice = dice;
        this.since = since;
    }

    List<Shop> opened() {
        var lines = Texts.of(County.WILLOW_CREEK.code() + ".restaurants");
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).getFirst().equals("R")) {
                open.add(restaurant(lines.get(i), menus(lines.subList(i + 1, lines.size()))));
            }
        }
        return open;
    }

    private Shop restaurant(List<String> fields, List<Sold> menus) {
        var region = County.WILLOW_CREEK.region();
        var boss = new Shop.Worker(dice.id(region, since), Words.of("the boss", "老板"), 0, Optional.empty());
        return new Shop(
                ShopKind.RESTAURANT,
                region,
                dice.id(region, since),
                dice.id(region, since),
                Words.of(fields.get(1), fields.get(2)),
                addresses.given(fields.get(3), Integer.parseInt(fields.get(4))),
                "0500-%03d %04d".formatted(dice.between(200, 899), dice.between(0, 9_999)),
                Double.parseDouble(fields.get(5)),
                Double.parseDouble(fields.get(6)),
                Week.of(fields.get(7)),
                Map.of(),
                List.of(boss),
                List.of(),
                menus,
                isKnown(fields) ? restaurateur : residents.another(region),
                isKnown(fields) ? restaurateur : residents.another(region),
                since.plus(Duration.ofHours(dice.between(1, 2_000))));
    }

    private static boolean isKnown(List<String> fields) {
        return fields.get(1).equals(KNOWN);
    }

    /** The menus of one restaurant: the lines up to the next. */
    private List<Sold> menus(List<List<String>> lines) {
        var menus = new ArrayList<Sold>();
        for (int i = 0; i < lines.size() && !lines.get(i).getFirst().equals("R"); i++) {
            if (lines.get(i).getFirst().equals("M")) {
                menus.add(menu(lines.get(i), courses(lines.subList(i + 1, lines.size()))));
            }
        }
        return menus;
    }

    private Sold menu(List<String> fields, List<SetMenu.Course> courses) {
        return new Sold(
                dice.id(County.WILLOW_CREEK.region(), since),
                Words.of(fields.get(1), fields.get(2)),
                Words.of(fields.get(3), fields.get(4)),
                Long.parseLong(fields.get(5)) * FEN,
                Optional.empty(),
                Integer.parseInt(fields.get(6)),
                0,
                0,
                List.of(),
                fields.get(9),
                List.of(),
                Double.parseDouble(fields.get(7)),
                Optional.of(new SetMeal(
                        Integer.parseInt(fields.get(7)), Integer.parseInt(fields.get(8)), new SetMenu(courses))));
    }

    private static List<SetMenu.Course> courses(List<List<String>> lines) {
        return lines.stream()
                .takeWhile(line -> line.getFirst().equals("C"))
                .map(line -> new SetMenu.Course(line.get(1), Words.of(line.get(2), line.get(3)), dishes(line.get(4))))
                .toList();
    }

    private static List<SetMenu.Dish> dishes(String text) {
        return Arrays.stream(text.split(";"))
                .map(dish -> dish.split(":"))
                .map(dish -> new SetMenu.Dish(dish[0], Words.of(dish[1], dish[2]), Long.parseLong(dish[3]) * FEN))
                .toList();
    }

    /** What somebody chose of a menu, by course. */
    static Map<String, String> chosen(SetMenu menu, Dice dice) {
        var answers = new HashMap<String, String>();
        for (var course : menu.courses()) {
            if (course.isChoice()) {
                answers.put(course.key(), dice.one(course.dishes()).key());
            }
        }
        return answers;
    }
}
