package org.townloop.launch.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.kernel.Words;
import org.townloop.launch.demo.Shop.Worker;
import org.townloop.supply.offer.Appointment;

/** Writes a shop's offers. */
final class Offers {

    private static final double RISES = 0.25;
    private static final int MINUTES_TO_PREPARE_A_ROOM = 5;

    private final RegionId region;
    private final List<Worker> staff;
    private final Manners manners;
    private final Pricing pricing;
    private final Dice dice;
    private final Instant since;
    private final Instant risen;

    /** @param risen when those that became dearer did */
    Offers(
            RegionId region,
            List<Worker> staff,
            Manners manners,
            Pricing pricing,
            Dice dice,
            Instant since,
            Instant risen) {
        this.region = region;
        this.staff = staff;
        this.manners = manners;
        this.pricing = pricing;
        this.dice = dice;
        this.since = since;
        this.risen = risen;
    }

    /** The usual thing first, then a few others, and often the usual thing with the one everybody asks for. */
    List<Sold> of(ShopKind kind) {
        var menu = Menu.of(kind);
        var offers = new ArrayList<Sold>();
        var usual = pricing.of(menu.first());
        var master =
                staff.stream().max(Comparator.comparingDouble(Worker::skill)).orElseThrow();
        if (staff.size() > 1 && dice.chance(0.55)) {
            offers.add(with(master, menu.first(), pricing.withTheMaster(usual)));
            offers.add(offer(menu.first(), usual, others(master)));
        } else {
            offers.add(offer(menu.first(), usual, staff));
        }
        for (var item : dice.some(dice.between(1, 5 - offers.size()), menu.others())) {
            offers.add(offer(item, pricing.of(item), dice.chance(0.7) ? staff : List.of(dice.one(staff))));
        }
        return offers;
    }

    Sold with(Worker master, Menu.Item item, long price) {
        return sold(
                item,
                Words.of(
                        item.title().en() + " with " + master.name().en(),
                        item.title().zh() + " · " + master.name().zh()),
                price,
                Optional.empty(),
                List.of(master),
                true);
    }

    Sold offer(Menu.Item item, long price, List<Worker> by) {
        var rise = dice.chance(RISES)
                ? Optional.of(new Sold.Rise(risen, pricing.before(price)))
                : Optional.<Sold.Rise>empty();
        return sold(item, item.title(), price, rise, by, false);
    }

    /** What is done to guests while another service goes on; nobody has had it yet. */
    Sold alongside(UUID id, Menu.Item item, long price, List<Worker> by) {
        return Sold.arranged(
                id,
                item.title(),
                item.description(),
                price,
                item.minutes(),
                item.minutesAfter(),
                manners.of(item, false),
                by,
                0,
                new Appointment(true));
    }

    private Sold sold(
            Menu.Item item, Words title, long price, Optional<Sold.Rise> rise, List<Worker> by, boolean senior) {
        return new Sold(
                dice.id(region, since),
                title,
                item.description(),
                price,
                rise,
                item.minutes(),
                item.resource().equals("room") ? MINUTES_TO_PREPARE_A_ROOM : 0,
                item.minutesAfter(),
                item.services(),
                manners.of(item, senior),
                by,
                item.weight(),
                Optional.empty());
    }

    private List<Worker> others(Worker master) {
        return staff.stream().filter(worker -> !worker.equals(master)).toList();
    }
}
