package org.townloop.supply.booking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.townloop.supply.merchant.PlaceId;

/** An order whose hold of something has become a booking. */
record Confirmed(UUID order, PlaceId place) {

    static Confirmed read(ResultSet row, int number) throws SQLException {
        return new Confirmed(row.getObject("order_id", UUID.class), new PlaceId(row.getObject("place_id", UUID.class)));
    }
}
