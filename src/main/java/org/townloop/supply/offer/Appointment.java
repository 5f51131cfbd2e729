package org.townloop.supply.offer;

/** Had at a time, with one of those who do it and one of what it takes. */
public record Appointment() implements Arrangement {

    public static final Appointment AT_A_TIME = new Appointment();
}
