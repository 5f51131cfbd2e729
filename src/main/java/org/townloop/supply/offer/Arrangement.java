package org.townloop.supply.offer;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.townloop.supply.pack.BookingMode;

/**
 * How one offer is had, within what the mode of its pack allows. It is part of the offer's version, so that what was sold
 * stays as it was agreed.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Appointment.class, name = "appointment"),
    @JsonSubTypes.Type(value = WalkIn.class, name = "walk-in"),
    @JsonSubTypes.Type(value = Session.class, name = "class"),
    @JsonSubTypes.Type(value = Table.class, name = "table"),
    @JsonSubTypes.Type(value = Stay.class, name = "stay"),
    @JsonSubTypes.Type(value = HomeVisit.class, name = "home-visit"),
    @JsonSubTypes.Type(value = Ride.class, name = "ride"),
    @JsonSubTypes.Type(value = Article.class, name = "delivery"),
    @JsonSubTypes.Type(value = Ad.class, name = "ad"),
    @JsonSubTypes.Type(value = ByQuote.class, name = "quote"),
    @JsonSubTypes.Type(value = Online.class, name = "online"),
    @JsonSubTypes.Type(value = Stored.class, name = "stored"),
})
public sealed interface Arrangement
        permits Appointment, WalkIn, Session, Table, Stay, HomeVisit, Article, Ad, ByQuote, Ride, Online, Stored {

    /** Whether offers of that mode are had like this. */
    default boolean isOf(BookingMode mode) {
        return switch (mode) {
            case BookingMode.Appointment _ -> this instanceof Appointment;
            case BookingMode.WalkIn _ -> this instanceof WalkIn;
            case BookingMode.Session _ -> this instanceof Session;
            case BookingMode.Table _ -> this instanceof Table;
            case BookingMode.Stay _ -> this instanceof Stay;
            case BookingMode.HomeVisit _ -> this instanceof HomeVisit;
            case BookingMode.Ride _ -> this instanceof Ride;
            case BookingMode.Delivery _ -> this instanceof Article;
            case BookingMode.Ad _ -> this instanceof Ad;
            case BookingMode.ByQuote _ -> this instanceof ByQuote;
            case BookingMode.Online _ -> this instanceof Online;
        };
    }
}
