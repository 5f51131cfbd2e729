package org.townloop.launch.demo;

import java.util.HashSet;
import java.util.Set;
import org.townloop.launch.demo.County.Shape;

/** Gives out house numbers, each once, more of them near the square. */
final class Addresses {

    private static final double METRES_OF_TOWN = 650;

    private final County county;
    private final Dice dice;
    private final Set<String> taken = new HashSet<>();

    Addresses(County county, Dice dice) {
        this.county = county;
        this.dice = dice;
    }

    Address given(String street, int number) {
        taken.add(street + number);
        return county.address(county.street(street).orElseThrow(), number);
    }

    Address free() {
        while (true) {
            var street = dice.one(county.streets(), Shape::length);
            var number = dice.between(1, (int) (2 * street.length() / Address.METRES_PER_PAIR));
            var address = county.address(street, number);
            var metres = address.point().metresTo(county.centre());
            if (dice.chance(Math.exp(-metres / METRES_OF_TOWN))
                    && taken.add(street.name().en() + number)) {
                return address;
            }
        }
    }
}
