package org.townloop.base.identity;

/**
 * A token that was just made.
 *
 * @param secret what stands after {@code Bearer}; shown this once, since only its hash is kept
 */
public record NewToken(TokenId id, String secret) {

    @Override
    public String toString() {
        return "NewToken[" + id.value() + "]";
    }
}
