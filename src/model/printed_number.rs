//! Numbers as Chinese sources print them: `近10万人次`, `30.09亿元`, `6000余万元`.
