cities-counted = { $count ->
    [one] { $count } city
   *[other] { $count } cities
}
