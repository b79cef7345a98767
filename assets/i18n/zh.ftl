cities-counted = { $count } 个市
