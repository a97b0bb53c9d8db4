/** What a user of the library writes: checked by tsc against the packed declarations, then run. */
