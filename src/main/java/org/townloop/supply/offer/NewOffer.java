package org.townloop.supply.offer;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Words;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.merchant.StaffId;
import org.townloop.supply.pack.PackId;
import tools.jackson.databind.JsonNode;

/**
 * An offer as a merchant writes it; nothing of it is believed until {@link Offers#write} has looked at it.
 *
 * @param id the offer that gets a new version, or null for a new offer
 * @param mode the key of one of the pack's modes
 * @param arrangement how it is had in that mode
 * @param menu what there is to choose
 * @param deposit what of its price is paid when booking; null if all of it
 * @param atShop whether it may be paid at the shop instead; null if not
 */
public record NewOffer(
        @Nullable OfferId id,
        PlaceId place,
        PackId pack,
        Words title,
        Words description,
        Money price,
        Duration duration,
        Duration bufferBefore,
        Duration bufferAfter,
        @Nullable String resourceKind,
        JsonNode attributes,
        Set<StaffId> staff,
        String mode,
        Arrangement arrangement,
        SetMenu menu,
        @Nullable Deposit deposit,
        @Nullable AtShop atShop,
        boolean active) {

    /** The offer as it is, but had otherwise. */
    static NewOffer of(Offer offer, Arrangement arrangement) {
        return new NewOffer(
                offer.id(),
                offer.place(),
                offer.pack(),
                offer.title(),
                offer.description(),
                offer.price(),
                offer.duration(),
                offer.bufferBefore(),
                offer.bufferAfter(),
                offer.resourceKind(),
                offer.attributes(),
                offer.staff(),
                offer.mode(),
                arrangement,
                offer.menu(),
                offer.deposit(),
                offer.atShop(),
                offer.active());
    }

    /** The same for a deposit. */
    public NewOffer withDeposit(Deposit part) {
        return new NewOffer(
                id,
                place,
                pack,
                title,
                description,
                price,
                duration,
                bufferBefore,
                bufferAfter,
                resourceKind,
                attributes,
                staff,
                mode,
                arrangement,
                menu,
                part,
                atShop,
                active);
    }

    /** The same, which may be paid at the shop. */
    public NewOffer withAtShop(AtShop allowed) {
        return new NewOffer(
                id,
                place,
                pack,
                title,
                description,
                price,
                duration,
                bufferBefore,
                bufferAfter,
                resourceKind,
                attributes,
                staff,
                mode,
                arrangement,
                menu,
                deposit,
                allowed,
                active);
    }

    /** All of its price is paid when booking. */
    public NewOffer(
            @Nullable OfferId id,
            PlaceId place,
            PackId pack,
            Words title,
            Words description,
            Money price,
            Duration duration,
            Duration bufferBefore,
            Duration bufferAfter,
            @Nullable String resourceKind,
            JsonNode attributes,
            Set<StaffId> staff,
            String mode,
            Arrangement arrangement,
            SetMenu menu,
            boolean active) {
        this(
                id,
                place,
                pack,
                title,
                description,
                price,
                duration,
                bufferBefore,
                bufferAfter,
                resourceKind,
                attributes,
                staff,
                mode,
                arrangement,
                menu,
                null,
                null,
                active);
    }

    /** Booked at a time, with nothing to choose. */
    public NewOffer(
            @Nullable OfferId id,
            PlaceId place,
            PackId pack,
            Words title,
            Words description,
            Money price,
            Duration duration,
            Duration bufferBefore,
            Duration bufferAfter,
            @Nullable String resourceKind,
            JsonNode attributes,
            Set<StaffId> staff,
            boolean active) {
        this(
                id,
                place,
                pack,
                title,
                description,
                price,
                duration,
                bufferBefore,
                bufferAfter,
                resourceKind,
                attributes,
                staff,
                "appointment",
                Appointment.AT_A_TIME,
                SetMenu.NONE,
                null,
                null,
                active);
    }
}
